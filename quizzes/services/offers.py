"""What a class may practise: what its teacher puts on the list, and what was in the quizzes that it was given."""

from collections.abc import Iterable

from quizzes.models import Classroom, ClassroomSkill
from quizzes.rules.practice import Step
from quizzes.rules.questions import Question


def offer_steps(*, classroom: Classroom, steps: Iterable[Step]) -> None:
    """On the list from now on; what is on it stays as it is."""
    rows = [ClassroomSkill(classroom=classroom, skill=step.code, level=step.level) for step in sorted(set(steps))]
    ClassroomSkill.objects.bulk_create(rows, ignore_conflicts=True)


def offer_what_is_asked(*, classroom: Classroom, questions: Iterable[Question]) -> None:
    """The skills and levels of the questions; what a teacher wrote by hand is of none."""
    steps = (Step.find(question.skill, question.level) for question in questions)
    offer_steps(classroom=classroom, steps=[step for step in steps if step])


def withdraw_step(*, classroom: Classroom, step: Step) -> None:
    """Off the list. What students know of it is kept."""
    classroom.skills.filter(skill=step.code, level=step.level).delete()
