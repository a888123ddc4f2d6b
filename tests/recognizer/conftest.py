import pytest

from recognizer.reader import Reader
from tests.recognizer.handwriting import WEIGHTS


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load(WEIGHTS)
