"""The acceptors of the site's formats, by name. This is where training and measuring meet the rules."""

from quizzes.rules.expressions import EXPRESSION
from quizzes.rules.grammar import FORMATS
from recognizer.decode import Acceptor


def acceptor(form: str) -> Acceptor:
    """`form`: the name of a format of the rules, or `expression`."""
    return EXPRESSION if form == "expression" else FORMATS[form].acceptor


def admits(form: str, text: str) -> bool:
    """Whether the format admits the whole of a text."""
    admitted = acceptor(form)
    state = admitted.start
    for character in text:
        state = admitted.step(state, character)
        if state is None:
            return False
    return admitted.accepts(state)
