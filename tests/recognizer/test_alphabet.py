import numpy as np
import pytest

from recognizer.alphabet import CLEAREST, Alphabet
from recognizer.labels import LABELS

WHOLE = Alphabet(frozenset("0123456789"))
FRACTION = Alphabet(frozenset("0123456789/-"))


def said(**probabilities: float) -> np.ndarray:
    """(1, classes): log probabilities, what is not named sharing the rest."""
    named = {
        {"minus": "-", "one": "1", "seven": "7", "slash": "/", "junk": "junk"}[key]: p
        for key, p in probabilities.items()
    }
    rest = (1 - sum(named.values())) / (len(LABELS) - len(named))
    return np.log(np.array([[named.get(label, rest) for label in LABELS]], np.float32))


def test_symbols_are_in_the_order_of_the_labels() -> None:
    assert Alphabet(frozenset("-10/")).symbols == ("0", "1", "-", "/")


def test_a_slash_is_no_doubt_of_a_one_where_the_format_has_none() -> None:
    slanted = said(one=0.5, slash=0.48)
    assert WHOLE.clear(slanted, None)[0] > 3
    assert WHOLE.certainty(slanted[0], "1") > 0.9
    assert FRACTION.certainty(slanted[0], "1") == pytest.approx(0.5, abs=0.01)


def test_what_no_symbol_of_the_format_is_like_is_foreign() -> None:
    assert WHOLE.clear(said(minus=0.98), None)[0] < -3
    assert FRACTION.clear(said(minus=0.98), None)[0] > 3


def test_clearness_is_bounded() -> None:
    assert WHOLE.clear(said(seven=1 - 1e-12), None)[0] == CLEAREST
    assert WHOLE.clear(said(junk=1 - 1e-12), None)[0] == -CLEAREST


def test_a_bar_is_clear_where_it_looks_like_one() -> None:
    bars = np.concatenate([said(minus=0.9), said(one=0.9)])
    assert FRACTION.clear(bars, 0) == pytest.approx([np.log(9), FRACTION.clear(bars, None)[1]], abs=1e-3)
    assert FRACTION.clear(bars, 1)[1] < -3


def test_a_symbols_share_is_of_the_symbols_that_the_format_has() -> None:
    shares = np.exp(WHOLE.symbol(said(one=0.3, seven=0.1, junk=0.5)))
    assert shares.sum() == pytest.approx(1.0, abs=1e-5)
    assert shares[0, 1] == pytest.approx(3 * shares[0, 7], abs=0.01)
