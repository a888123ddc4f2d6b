"""What the rules will not do, each with a sentence for the person who asked."""


class Refused(ValueError):
    """Something that a person wrote cannot be used. `sentence` says what to change, in their words."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class QuestionRefused(Refused):
    """A question that has no single answer, or that nobody can read."""


class SetRefused(Refused):
    """A description of a set of questions that cannot be met."""


class TooFewQuestions(SetRefused):
    """The ranges hold only `most` different questions, fewer than were asked for."""

    def __init__(self, most: int, sentence: str) -> None:
        super().__init__(sentence)
        self.most = most


class RosterRefused(Refused):
    """A pasted roster with a line that is no name."""


class PinRefused(Refused):
    """Pictures that make no PIN."""


class JoinRefused(Refused):
    """Whoever may not come into a live game."""
