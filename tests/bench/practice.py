"""What the schedule of practice is worth on simulated students. `python -m tests.bench.practice`

Writes docs/practice.md: how practice chooses, its parameters, and what students know two weeks after a course of it,
beside other orders of the same number of questions. Seeded, so a run repeats.
"""

import random
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from math import sqrt
from pathlib import Path
from statistics import mean, stdev

from quizzes.rules.marking import Outcome
from quizzes.rules.practice import PARAMETERS, Attempt, Parameters, Step, choose, knowledge_of
from tests.bench import learner
from tests.bench.learner import Learner, Nature

HERE = Path(__file__).parent
TEMPLATE, PAGE = HERE / "practice.md", HERE.parents[1] / "docs" / "practice.md"
STUDENTS = 60
SEED = 40_520  # the schedule was tuned on the students of 2026 to 2085: these are others
START = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)  # a Monday
WEEKS, DAYS = 6, (0, 1, 3, 4)
LATER = timedelta(days=14)
MINUTE = timedelta(minutes=1)
SKILLS = (
    *("add-within-100", "subtract-within-100", "tables-3-4-8", "fraction-simplify"),
    *("add-3-digits", "subtract-3-digits", "tables-2-5-10", "decimal-add"),
)


@dataclass(frozen=True)
class Setting:
    """How many of the skills are on offer, three levels of each, and what the students are like; see `Nature.drawn`."""

    name: str
    skills: int = 4
    forgets: float = 1.0
    unready: float = 0.25

    @property
    def offered(self) -> tuple[Step, ...]:
        return tuple(Step(code, level) for code in SKILLS[: self.skills] for level in (1, 2, 3))


SETTINGS = (
    Setting("12 levels"),
    Setting("24 levels", skills=8),
    Setting("12 levels, forgets twice as fast", forgets=2.0),
    Setting("12 levels, forgets half as fast", forgets=0.5),
    Setting("12 levels, none needs the one below", unready=1.0),
)

Order = Callable[[Sequence[Attempt], Sequence[Step], datetime, random.Random], Step]


def by_choice(parameters: Parameters) -> Order:
    """What practice asks; where all rests until tomorrow, whatever comes, so that every order asks as often."""

    def order(attempts: Sequence[Attempt], offered: Sequence[Step], now: datetime, rng: random.Random) -> Step:
        choice = choose(knowledge_of(attempts, parameters), offered, now, parameters)
        return choice.step if choice else rng.choice(offered)

    return order


def in_turn(attempts: Sequence[Attempt], offered: Sequence[Step], now: datetime, rng: random.Random) -> Step:
    return offered[len(attempts) % len(offered)]


def at_random(attempts: Sequence[Attempt], offered: Sequence[Step], now: datetime, rng: random.Random) -> Step:
    return rng.choice(offered)


ORDERS: dict[str, Order] = {
    "practice": by_choice(PARAMETERS),
    "one at a time": by_choice(replace(PARAMETERS, at_once=1)),
    "without retests": by_choice(replace(PARAMETERS, retest_days=(10_000,))),
    "in turn": in_turn,
    "at random": at_random,
}


@dataclass(frozen=True)
class Compared:
    """Right answers of a hundred, two weeks later; `margin` is over chance, `within` half its 95 % interval."""

    setting: str
    shares: dict[str, float]
    margin: float
    within: float


def main() -> None:
    with ProcessPoolExecutor() as pool:
        compared = list(pool.map(partial(compare, students=STUDENTS, orders=tuple(ORDERS)), SETTINGS))
    PAGE.write_text(page(compared), encoding="utf-8")
    sys.stdout.write(f"Practice, simulated: right answers two weeks later.\n{table(compared)}\n")


def compare(setting: Setting, *, students: int, orders: Sequence[str]) -> Compared:
    """The same students go through each of the orders, practice and chance among them."""
    seeds = range(SEED, SEED + students)
    shares = {name: [100 * course(ORDERS[name], setting, seed) for seed in seeds] for name in orders}
    gains = [ours - chance for ours, chance in zip(shares["practice"], shares["at random"], strict=True)]
    within = 1.96 * stdev(gains) / sqrt(students)
    return Compared(setting.name, {name: mean(found) for name, found in shares.items()}, mean(gains), within)


def course(order: Order, setting: Setting, seed: int) -> float:
    """The share of right answers that is to be expected over all levels, two weeks after the last question."""
    rng = random.Random(seed)
    student = Learner(Nature.drawn(rng, forgets=setting.forgets, unready=setting.unready), rng)
    attempts: list[Attempt] = []
    now = START
    for week in range(WEEKS):
        for day in DAYS:
            now = START + timedelta(weeks=week, days=day)
            for _ in range(PARAMETERS.in_a_round):
                step = order(attempts, setting.offered, now, rng)
                outcome = Outcome.RIGHT if student.answer(step, now) else Outcome.WRONG
                attempts.append(Attempt(step, now, outcome))
                now += MINUTE
    return mean(student.right(step, now + LATER) for step in setting.offered)


def table(compared: Sequence[Compared]) -> str:
    heads = ["on offer", *ORDERS, "practice over chance"]
    rows = [
        [each.setting, *(f"{share:.0f} %" for share in each.shares.values()), f"{each.margin:+.1f} ± {each.within:.1f}"]
        for each in compared
    ]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(compared: Sequence[Compared]) -> str:
    *days, last = PARAMETERS.retest_days
    model = (learner.__doc__ or "").partition("\n\n")[2].strip()
    return TEMPLATE.read_text(encoding="utf-8").format(
        **asdict(PARAMETERS),
        retests=f"{', '.join(map(str, days))} and {last}",
        students=STUDENTS,
        questions=WEEKS * len(DAYS) * PARAMETERS.in_a_round,
        weeks=WEEKS,
        days=len(DAYS),
        table=table(compared),
        model=model,
    )


if __name__ == "__main__":
    main()
