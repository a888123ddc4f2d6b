"""The classes of the weights, in their order, written once.

A new symbol is added before `JUNK`, which stays last: nothing that was one symbol. The weights' card repeats
the order, and a reader refuses weights whose order is another.
"""

DIGITS = tuple("0123456789")
JUNK = "junk"

LABELS: tuple[str, ...] = (*DIGITS, JUNK)
SYMBOLS: tuple[str, ...] = LABELS[:-1]
