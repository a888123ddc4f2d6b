"""A trained net on MNIST's test and on pen ink of people it never saw."""

from collections.abc import Mapping

import numpy as np
import torch

from recognizer.labels import DIGITS
from recognizer.training import data
from recognizer.training.study import pictures
from recognizer.training.study.canvas import WAYS
from recognizer.training.study.fit import Training, probabilities, wrong
from recognizer.training.study.pictures import Pictures
from recognizer.training.study.plan import Run
from recognizer.training.study.results import Result

INK = {"pendigits test": ("pendigits", "test"), "touchrecorder": ("touchrecorder_digits", "test")}


def ink_sets() -> dict[str, Pictures]:
    """Every set of pen digits in every way of making pictures of them: "pendigits test, our rendering"."""
    sets = {}
    for name, (file, split) in INK.items():
        samples = list(data.digits([file], split))
        labels = np.array([DIGITS.index(sample.text) for sample in samples])
        for way, drawn in WAYS.items():
            sets[f"{name}, {way}"] = pictures.of(drawn([sample.strokes for sample in samples]), labels)
    return sets


def measured(run: Run, training: Training, test: Pictures, ink: Mapping[str, Pictures]) -> Result:
    net = training.kept
    sure, read = probabilities(net, test.images).max(dim=1)
    confusion = torch.zeros(len(DIGITS), len(DIGITS), dtype=torch.int64)
    confusion.index_put_((test.labels, read), torch.ones_like(read), accumulate=True)
    missed = (read != test.labels).nonzero().flatten()
    missed = missed[sure[missed].argsort(descending=True)]
    return Result(
        run=run,
        parameters=sum(weights.numel() for weights in net.parameters()),
        seconds=training.seconds,
        curve=tuple(training.curve),
        wrong={"MNIST test": (len(missed), len(test))}
        | {name: (wrong(net, digits), len(digits)) for name, digits in ink.items()},
        confusion=tuple(map(tuple, confusion.tolist())),
        misread=tuple((int(at), int(test.labels[at]), int(read[at]), round(float(sure[at]), 4)) for at in missed),
    )
