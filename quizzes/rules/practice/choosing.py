"""Which step a student is asked next, and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quizzes.rules.phrases import count
from quizzes.rules.practice.attempts import Step, in_curriculum_order
from quizzes.rules.practice.knowledge import Knowledge, Standing
from quizzes.rules.practice.parameters import PARAMETERS, Parameters


@dataclass(frozen=True)
class Choice:
    """What is asked next. `reason` is a sentence for the teacher."""

    step: Step
    reason: str


def choose(
    knowledge: Knowledge, offered: Collection[Step], now: datetime, parameters: Parameters = PARAMETERS
) -> Choice | None:
    """The step that comes next; None where nothing is offered, or all that is offered rests until tomorrow.

    In this order: a retest that is due, the longest due first; what was being learnt on an earlier day, once; what is
    being learnt, in turn, by way of an easier level where it is too hard; before that, while only a few levels are
    being learnt, facts that are known but slow, and something new, one level up before another skill; and at last what
    is known, again. Easier levels of what is offered
    are asked where they help, offered or not. Nothing is left to chance, so that a teacher is told what truly comes
    next.
    """
    moment = _Moment(knowledge, in_curriculum_order(offered), now, parameters)
    for rule in (_retest, _take_up, _go_on_with_enough, _quicken, _begin, _go_on, _refresh):
        if choice := rule(moment):
            return choice
    return None


@dataclass(frozen=True)
class _Moment:
    """What a choice is made from. `offered` is in the order of the curriculum."""

    knowledge: Knowledge
    offered: Sequence[Step]
    now: datetime
    parameters: Parameters

    @property
    def today(self) -> date:
        return self.now.date()

    def standing(self, step: Step) -> Standing:
        return self.knowledge.get(step) or Standing(step)

    @property
    def standings(self) -> list[Standing]:
        """Of what is offered."""
        return [self.standing(step) for step in self.offered]

    def rests(self, standing: Standing) -> bool:
        """Asked often enough today, and not known by it."""
        return standing.tried_on(self.today) >= self.parameters.tries_a_day

    def is_too_hard(self, standing: Standing) -> bool:
        """Wrong too often in a row; tomorrow is another day."""
        return standing.wrong >= self.parameters.misses and _last_asked(standing).date() == self.today


def _retest(moment: _Moment) -> Choice | None:
    due = [standing for standing in moment.standings if standing.due is not None and standing.due <= moment.today]
    if not due:
        return None
    standing = min(due, key=lambda standing: standing.due or date.max)
    return Choice(standing.step, f"Back to {standing.step.name}: {_since(standing, moment)}.")


def _since(standing: Standing, moment: _Moment) -> str:
    days = count((moment.today - standing.attempts[-1].at.date()).days, "day")
    if standing.retests:
        return f"{days} since it was last asked, and still known at {count(standing.retests, 'retest')}"
    return f"{days} since {standing.right} right in a row"


def _take_up(moment: _Moment) -> Choice | None:
    """What was not settled on an earlier day comes before anything new."""
    waiting = [standing for standing in _under_way(moment) if _last_asked(standing).date() < moment.today]
    choices = (_learn(standing, moment) for standing in sorted(waiting, key=_last_asked))
    return next((choice for choice in choices if choice), None)


def _go_on_with_enough(moment: _Moment) -> Choice | None:
    """As much is being learnt as goes at once."""
    return _go_on(moment) if len(_being_learnt(moment)) >= moment.parameters.at_once else None


def _go_on(moment: _Moment) -> Choice | None:
    """In turn: what was not asked for the longest time."""
    learnt = _being_learnt(moment)
    return min(learnt, key=lambda choice: _turn(moment.standing(choice.step)), default=None)


def _being_learnt(moment: _Moment) -> list[Choice]:
    choices = (_learn(standing, moment) for standing in _under_way(moment))
    return [choice for choice in choices if choice]


def _under_way(moment: _Moment) -> list[Standing]:
    return [standing for standing in moment.standings if standing.begun and not standing.known]


def _turn(standing: Standing) -> float:
    return _last_asked(standing).timestamp() if standing.begun else 0.0


def _last_asked(standing: Standing) -> datetime:
    return standing.attempts[-1].at


def _learn(standing: Standing, moment: _Moment) -> Choice | None:
    """The step itself, or an easier one that helps with it today; None where neither may be asked."""
    if moment.rests(standing):
        return _easier(standing, moment, f"{moment.parameters.tries_a_day} questions today did not settle")
    if moment.is_too_hard(standing):
        step_back = _easier(standing, moment, f"{standing.wrong} wrong in a row with")
        if step_back:
            return step_back
    return Choice(standing.step, _progress(standing, moment))


def _progress(standing: Standing, moment: _Moment) -> str:
    name, wanted = standing.step.name, moment.parameters.in_a_row
    if standing.right:
        return f"{name}: {standing.right} right in a row, and {wanted} count as known."
    if standing.learnt:
        return f"{name} was known, and the last answer was wrong: one right answer brings it back."
    return f"{name} is being learnt: {wanted} right in a row are still to come."


def _easier(standing: Standing, moment: _Moment, why: str) -> Choice | None:
    """A level below, as long as it was not got right in a row since the harder one was last asked."""
    below = standing.step.below
    while below is not None:
        easier = moment.standing(below)
        if easier.right_since(_last_asked(standing)) >= moment.parameters.in_a_row:
            return None
        if not moment.rests(easier) and not moment.is_too_hard(easier):
            return Choice(below, f"A step back to {below.name}: {why} {standing.step.name}.")
        below = below.below
    return None


def _quicken(moment: _Moment) -> Choice | None:
    most, limit = moment.parameters.quick_a_day, moment.parameters.thought
    slow = [
        (standing.speed, standing)
        for standing in moment.standings
        if standing.known and standing.speed is not None and standing.speed > limit
    ]
    waiting = [(speed, each) for speed, each in slow if each.asked_on(moment.today) < most]
    if not waiting:
        return None
    speed, standing = max(waiting, key=lambda pair: pair[0])
    return Choice(
        standing.step,
        f"{standing.step.name} is known, but takes {speed:.1f} seconds of thought: under {limit:g} is by heart.",
    )


def _begin(moment: _Moment) -> Choice | None:
    """The next level up of what was learnt latest, else the easiest that is new."""
    new = [step for step in moment.offered if not moment.standing(step).begun and _is_next(step, moment)]
    if not new:
        return None
    up = [(learnt, step) for step in new if (learnt := _learnt_below(step, moment))]
    if up:
        learnt, step = max(up, key=lambda pair: _last_asked(pair[0]))
        return Choice(step, f"One level up to {step.name}: {learnt.step.name} is known.")
    return Choice(new[0], f"{new[0].name} is new: it was not practised yet.")


def _is_next(step: Step, moment: _Moment) -> bool:
    """Whether all easier levels on offer are known, and no harder one is."""
    own = [moment.standing(other) for other in moment.offered if other.code == step.code]
    easier = all(standing.known for standing in own if standing.step.level < step.level)
    return easier and not any(standing.known for standing in own if standing.step.level > step.level)


def _learnt_below(step: Step, moment: _Moment) -> Standing | None:
    """The highest level on offer below the step; `_is_next` saw to it that it is known."""
    own = [other for other in moment.offered if other.code == step.code and other.level < step.level]
    return moment.standing(own[-1]) if own else None


def _refresh(moment: _Moment) -> Choice | None:
    """Nothing is due or new: what was asked least today, of those what is due soonest."""
    known = [standing for standing in moment.standings if standing.known]
    if not known:
        return None
    standing = min(known, key=lambda standing: (standing.asked_on(moment.today), standing.due or date.max))

    return Choice(standing.step, f"All that can be asked today is known: {standing.step.name} keeps it fresh.")
