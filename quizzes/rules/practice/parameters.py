"""The numbers of practice, each with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameters:
    """All times are of the classroom's own days; seconds are of thought, without the writing."""

    in_a_row: int = 3
    """Right at the first try, one after the other, until a level counts as known: ASSISTments' Skill Builders."""

    tries_a_day: int = 10
    """Questions of a level in one day without knowing it, after which it rests until tomorrow: ASSISTments again."""

    misses: int = 4
    """Wrong in a row, after which the level below is asked: half of the questions of a day at the latest, so that a
    child who cannot do it yet is not asked ten times to fail. Our own choice."""

    at_once: int = 4
    """Levels that are learnt at the same time, asked in turn: practice that is mixed lasts longer than practice in
    blocks (Rohrer, Dedrick & Stershic 2015), and a repeat after a minute shows little. Measured in docs/practice.md."""

    retest_days: tuple[int, ...] = (1, 3, 7, 21, 60)
    """Days until a known level is asked again, longer after each success, the last one over and over. A week is
    ASSISTments' first reassessment (Heffernan et al. 2012), which then waits 14, 28 and 60 days; a day and three days
    come before, as in Leitner's boxes, since what was got right three times running is forgotten fastest at first.
    Gaps of 10 to 20 % of the time for which it is to last are best (Cepeda et al. 2008): 21 and 60 days for a term
    and a school year."""

    thought: float = 3.0
    """Seconds within which a fact counts as known by heart: XtraMath's threshold of automatic recall, and "under three
    seconds" is a Rock Star in Times Tables Rock Stars."""

    thoughts: int = 5
    """Of so many right answers, the latest ones, the median is compared with `thought`."""

    fewest_thoughts: int = 3
    """With fewer of them measured, nothing is said about speed: one quick answer is luck, one slow one a pencil."""

    quick_a_day: int = 3
    """Questions of a known but slow level in one day for the sake of speed: short, and again tomorrow."""

    in_a_round: int = 10
    """Questions of one round: some three minutes, and the "ten in a day" of a level."""


PARAMETERS = Parameters()
