"""Made-up reads, for whatever counts them."""

import numpy as np

from recognizer.training.evaluation.answers import Answer
from recognizer.training.evaluation.reading import Outcome, Read

DASH = (np.array([[0.0, 0.0], [10.0, 5.0]]),)


def read(truth: str | None, text: str, confidence: float, *, writer: str = "one", mirrored: bool = False) -> Read:
    return Read(Answer(truth, DASH, writer, "pen"), Outcome(truth, text, confidence, mirrored, milliseconds=2.0))
