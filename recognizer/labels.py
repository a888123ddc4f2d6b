"""The classes of the weights, in their order, written once.

A new symbol is added before `JUNK`, which stays last: nothing that was one symbol. The weights' card repeats
the order, and a reader refuses weights whose order is another.
"""

DIGITS = tuple("0123456789")
SIGNS = tuple("+-×÷=<>.:/()r$£€")  # `.` is a comma too, `×` the letter x, `r` the R of a remainder
JUNK = "junk"

LABELS: tuple[str, ...] = (*DIGITS, *SIGNS, JUNK)
SYMBOLS: tuple[str, ...] = LABELS[:-1]

ALIKE = frozenset("/()")  # strokes that only their neighbours tell from a slanted or bent 1
