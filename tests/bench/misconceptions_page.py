"""docs/misconceptions.md: the catalogue, and what the simulation measured."""

from collections.abc import Callable, Sequence
from pathlib import Path

from quizzes.rules.misconceptions import CATALOGUE, Misconception
from quizzes.rules.typesetting import in_line
from tests.bench.simulation import LONG, SHORT, STUDENTS, Asked, Count, Measured
from tests.bench.students import MISREADS, SLIPS

PATH = Path(__file__).parents[2] / "docs" / "misconceptions.md"
PRECISION, RECALL = 0.95, 0.85
SELDOM = 0.25

_HEADING = "## The catalogue"

_OPENING = f"""# Misconceptions

This page is written by `python -m tests.bench.misconceptions`, which `make bench` runs: every figure below was measured by that command,
and a test holds the catalogue to the code.

## How one becomes likely

Every misconception is a function that predicts the wrong answers it leads to. `diagnose` names all that predict an answer: those with
the fewest answers first, careless ones last. One wrong answer makes nothing likely: many mistakes are slips, and slips do not recur
(Cox 1975). Over a student's history:

* An **opportunity** is a question on which the misconception leads to a wrong answer; a **hit** is that answer.
* A hit is **unique** where no other misconception leads to the same answer, careless ones apart, nor those that have shown in fewer
  than two of three of their own opportunities.
* It is **likely** after two unique hits in at least three opportunities, if half of the opportunities at least were hits.
* It is **forgotten**, with all its hits, when three opportunities in a row go by without one.
* Doubtful and unread ink says nothing, and neither does a second try at the same question.

`discriminate` looks through questions of a skill for those on which the live hypotheses lead to different answers, and among these
for those on which the fewest other misconceptions agree.

## How it was measured

Simulated students have one misconception, or none. One that they have shows wherever it can, but in {SLIPS:.0%} of all answers they slip: they
miscount by one, two or ten, write a digit one off, or exchange two. {MISREADS:.0%} of all answers are misread (1 for 7, 0 for 6, 4 for 9, 5 for 6,
3 for 5 or 8), of which the reader doubts two in three, so that these say nothing. For each misconception there are {STUDENTS} students who
have it, as many with none, and as many with another that shows on at least three in ten of the same questions. **Recall** is the share
of the first in whom it is likely in the end; **precision** the share of those in whom it is likely who have it. What real children do is
messier: they have several at once, or one only on some days, so the figures are an upper bound.

They are asked {SHORT} and {LONG} questions in four ways:

* **level**: from one level, of the skills that go with the misconception the one on which it shows best by itself;
* **skill**: from all levels of that skill, mixed, on many of which it cannot show;
* **chosen**: half of {SHORT} from all levels of the skill, then those that tell apart what is suspected by then, and again after {SHORT};
* **aimed**: from all levels of the skill, from the beginning those that tell this misconception from others, as a quiz made to look for it.

The goals are precision of at least {PRECISION:.0%} and recall of at least {RECALL:.0%} after {SHORT} questions.
"""  # noqa: E501 - lines of the page


def page(results: Sequence[Measured], seed: int) -> str:
    """The whole page."""
    measured = [
        f"## What was found\n\nSeed {seed}, {STUDENTS} students of each kind.\n",
        *_summary(results),
        _table(results),
    ]
    return "\n".join([_OPENING, *measured, *_missed(results), catalogue()])


def catalogue() -> str:
    """The part of the page that needs no measuring."""
    rows = [_row(each.id, each.name, _example(each), each.source) for each in CATALOGUE.values()]
    heads = [_row("id", "what the child does", "example", "source"), "| --- | --- | --- | --- |"]
    return "\n".join(
        [
            _HEADING,
            "",
            f"{len(CATALOGUE)} in all, in the order in which equally specific ones are named.",
            "",
            *heads,
            *rows,
            "",
        ]
    )


def written() -> str:
    """The catalogue as the page on disk has it."""
    return PATH.read_text(encoding="utf-8").partition(f"{_HEADING}\n")[2]


def meets(count: Count) -> bool:
    return (count.precision or 0) >= PRECISION and count.recall >= RECALL


def _example(misconception: Misconception) -> str:
    return f"{misconception.example.asked().plain().replace(' = □', '')} → {in_line(misconception.example.wrong)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _summary(results: Sequence[Measured]) -> list[str]:
    lines = []
    for asked in Asked:
        for length in (SHORT, LONG):
            reached = sum(meets(each.counts[asked, length]) for each in results)
            lines.append(f"* {asked.value}, {length} questions: {reached} of {len(results)} reach both goals")
    return [*lines, ""]


def _table(results: Sequence[Measured]) -> str:
    columns = [(asked, length) for asked in Asked for length in (SHORT, LONG)]
    heads = [f"{asked.value} {length}" for asked, length in columns]
    lines = [
        "Precision / recall in per cent; *shows*: the share of the level's questions on which it shows by itself.\n",
        _row("id", "level", "shows", *heads),
        _row(*["---"] * (len(heads) + 3)),
    ]
    for each in results:
        figures = [each.counts[column].figures for column in columns]
        lines.append(_row(each.name, f"{each.place.skill} {each.place.level}", f"{each.place.alone:.0%}", *figures))
    return "\n".join([*lines, ""])


def _missed(results: Sequence[Measured]) -> list[str]:
    lines = ["## What was missed", ""]
    for asked in Asked:
        missed = [each for each in results if not meets(each.counts[asked, SHORT])]
        names = ", ".join(f"{each.name} ({each.counts[asked, SHORT].figures})" for each in missed)
        lines.append(f"* {asked.value}, {SHORT} questions: {names or 'none'}.")
    known = {each.name for each in results}
    unseen = [name for name, each in CATALOGUE.items() if name not in known and not each.careless]
    return [*lines, *_why(results), f"* Not measured, since no skill goes with it: {', '.join(unseen)}.", ""]


def _why(results: Sequence[Measured]) -> list[str]:
    """Reasons that the figures themselves give."""
    kinds: list[tuple[str, Callable[[Measured], bool]]] = [
        ("Seldom alone: on fewer than one in four questions of its best level does no other agree", _seldom_alone),
        ("Seldom seen: on fewer than one in four questions of the mixed skill does it show at all", _seldom_seen),
    ]
    found = [(reason, [each.name for each in results if holds(each)]) for reason, holds in kinds]
    return [f"* {reason}: {', '.join(names)}." for reason, names in found if names]


def _seldom_alone(measured: Measured) -> bool:
    return measured.place.alone < SELDOM


def _seldom_seen(measured: Measured) -> bool:
    return measured.mixed < SELDOM
