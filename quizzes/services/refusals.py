"""What a service may refuse to do. The message is a sentence for the person who asked."""


class Refused(Exception):
    """`code` is one word for programs; the message is for people."""

    code = "refused"


class SeatLocked(Refused):
    code = "locked"


class WrongPin(Refused):
    code = "wrong_pin"


class OtherSeat(Refused):
    """The page was opened by one child, and the browser's seat is another's now."""

    code = "other_seat"


class AssignmentClosed(Refused):
    code = "closed"


class QuestionDone(Refused):
    code = "done"


class AnswerConflict(Refused):
    """The same id came with another content."""

    code = "conflict"


class NothingToConfirm(Refused):
    code = "nothing_to_confirm"


class NotEditable(Refused):
    code = "not_editable"


class AddressTaken(Refused):
    code = "address_taken"


class TooManyMisses(Refused):
    code = "throttled"


class DonationKnown(Refused):
    """The same sample was given before."""

    code = "known"


class DonationsFull(Refused):
    """There are as many samples as anybody can look through."""

    code = "full"


class NoSuchText(Refused):
    """What a sample is said to be is nothing that its format writes."""

    code = "no_such_text"


class NothingToPractise(Refused):
    """Nothing is on offer, or all of it rests until tomorrow."""

    code = "nothing_to_practise"
