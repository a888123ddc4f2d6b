"""What a service may refuse to do. The message is a sentence for the person who asked."""


class Refused(Exception):
    """`code` is one word for programs; the message is for people."""

    code = "refused"


class NoGuestSeat(Refused):
    """The game takes no guest, or not under this name."""

    code = "no_guest_seat"


class NoSeat(Refused):
    """Nobody sits here, or not any more."""

    code = "no_seat"

    def __init__(self) -> None:
        super().__init__("Take your seat first: type your class's code.")


class NotHere(Refused):
    """There is no such thing for whoever asked."""

    code = "not_found"


class SeatLocked(Refused):
    code = "locked"


class WrongPin(Refused):
    code = "wrong_pin"


class OtherSeat(Refused):
    """The page was opened by one child, and the browser's seat is another's now."""

    code = "other_seat"

    def __init__(self) -> None:
        super().__init__("Somebody else sits here now. What you wrote is kept on this device until you come back.")


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


class LedByTeacher(Refused):
    """The questions of this game come when the teacher goes on, and its answers go to the game."""

    code = "live"


class NotStarted(Refused):
    code = "not_started"


class GamePaused(Refused):
    code = "paused"


class GameBusy(Refused):
    """Others changed the game at every attempt."""

    code = "busy"
