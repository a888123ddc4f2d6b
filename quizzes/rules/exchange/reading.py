"""Reading a quiz from a file, whichever kind it is."""

from quizzes.rules.exchange.documents import read_json
from quizzes.rules.exchange.quiz_file import QuizFile, refused
from quizzes.rules.exchange.tables import read_csv


def read(text: str) -> QuizFile:
    """The quiz of a text in JSON or CSV, told by how it begins. Raises FileRefused with all that is to be mended."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise refused("There is nothing in it: choose a file, or paste the questions.")
    return read_json(text) if text.lstrip().startswith(("{", "[")) else read_csv(text)
