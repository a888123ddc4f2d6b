"""A question as files write it, whichever way they are written.

`question` is what a teacher would write: notation or words. Where that line alone does not give the same question
back, the `parts` of its prompt go with it.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from quizzes.rules import grammar, prompts
from quizzes.rules.grammar import FORMATS, NotAnAnswer
from quizzes.rules.prompts import BOX, Kind, Prompt
from quizzes.rules.questions import Layout, Question, write, write_text
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.skills import SKILLS
from quizzes.rules.values import CURRENCIES, Money, Value
from quizzes.rules.words import tidy

LONGEST = 500  # characters of a line or a figure
_BOX = "_"
_MONTH = "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_DATE = re.compile(
    rf"[0-9]{{1,2}}[-./ ] ?({_MONTH})[a-zé]*\.?([-./ ] ?[0-9]{{2,4}})?|({_MONTH})[a-zé]*[-./ ][0-9]{{2,4}}"
    r"|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?!.*[^\W\drRxX_]).*[+×÷*=−·-].*")
"""A line with a sign to reckon with and no word in it."""

_PARTS = {
    Kind.TEXT: re.compile(r".+"),
    Kind.NUMBER: re.compile(rf"-?[{CURRENCIES}]?[0-9]+([.:/][0-9]+)?|-?[0-9]+ [0-9]+/[0-9]+"),
    Kind.BLANK: re.compile(""),
}


@dataclass(frozen=True)
class Record:
    """The columns of a CSV file, and the members of a question in JSON. All but `question` may be left out."""

    question: str
    answer: str = ""
    format: str = ""
    skill: str = ""
    level: int = 0
    layout: str = ""
    figure: str = ""
    demands: tuple[str, ...] = ()
    parts: Prompt = ()


def record_of(question: Question) -> Record:
    """How a file writes the question: `question_of` gives it back, but for a skill that there is no more."""
    if not _is_level(question.skill, question.level):
        question = question.as_practice_of("", 0)
    stored = question.to_json()
    in_line = question.plain().replace(BOX, _BOX)
    record = Record(
        question.notation or in_line,
        question.answer,
        question.format,
        question.skill,
        question.level,
        stored.get("layout", ""),
        stored.get("figure", ""),
        question.demands,
    )
    return record if _reads_back(record, question) else replace(record, question=in_line, parts=question.prompt)


def question_of(record: Record) -> Question:
    """The question that a record writes. Raises QuestionRefused with a sentence that says what to change."""
    _look_for_dates(record)
    if record.format and record.format not in FORMATS:
        raise QuestionRefused(f"There is no format “{record.format}”: it is one of {', '.join(FORMATS)}.")
    if record.layout and record.layout not in set(Layout):
        raise QuestionRefused(f"There is no layout “{record.layout}”: it is one of {', '.join(Layout)}.")
    if len(record.figure) > LONGEST:
        raise QuestionRefused(f"The figure is longer than {LONGEST} characters: shorten it.")
    _require_skill(record)
    more = {"layout": record.layout or Layout.LINE, "figure": record.figure, "demands": list(record.demands)}
    asked = _asked(record).as_practice_of(record.skill, record.level)
    return Question.from_json(asked.to_json() | more)


def _reads_back(record: Record, question: Question) -> bool:
    try:
        return question_of(record) == replace(question, notation=record.question)
    except QuestionRefused:
        return False


def _look_for_dates(record: Record) -> None:
    """Spreadsheets make dates of fractions and of differences, and save the dates."""
    for text in (record.question, record.answer if record.format != "text" else ""):
        if _DATE.fullmatch(tidy(text)):
            raise QuestionRefused(
                f"“{tidy(text)}” is a date: spreadsheets make dates of fractions such as 1/2. "
                "Set the column to Text, or put ' in front, and write it again."
            )


def _require_skill(record: Record) -> None:
    if _is_level(record.skill, record.level) or (not record.skill and not record.level):
        return
    if not record.skill:
        raise QuestionRefused("A level goes with a skill: name the skill, or leave out the level.")
    if record.skill not in SKILLS:
        raise QuestionRefused(f"There is no skill “{record.skill}”: leave it out, or copy its code from an export.")
    raise QuestionRefused(f"The skill “{record.skill}” has levels from 1 to {len(SKILLS[record.skill].levels)}.")


def _is_level(skill: str, level: int) -> bool:
    return skill in SKILLS and 1 <= level <= len(SKILLS[skill].levels)


def _asked(record: Record) -> Question:
    if not tidy(record.question):
        raise QuestionRefused("The question is missing.")
    if record.parts:
        return _from_parts(record)
    if record.format == "text":
        return _in_words(record)
    try:
        worked = write(record.question)
    except QuestionRefused as refused:
        if record.answer and not _SUM.fullmatch(tidy(record.question)):
            return _in_words(record)
        hint = "" if record.answer else " A question in words needs its answer beside it."
        raise QuestionRefused(f"{refused.sentence}{hint}") from refused
    return _as_given(worked, record)


def _in_words(record: Record) -> Question:
    return write_text(record.question, record.answer, record.format)


def _as_given(worked: Question, record: Record) -> Question:
    """The question with its answer in the format that is given. What is given as the answer is the right one."""
    form = record.format or worked.format
    if record.answer and not _same(_given(record.answer, form), worked.value):
        raise QuestionRefused(f"The answer is {worked.answer}, not {tidy(record.answer)}.")
    if not grammar.can_write(worked.value, form):
        raise QuestionRefused(f"The answer, {worked.answer}, is not {FORMATS[form].hint}.")
    return replace(worked, answer=grammar.render(worked.value, form), format=form)


def _given(answer: str, form: str) -> Value:
    value = grammar.parse(answer, form)
    if isinstance(value, NotAnAnswer):
        raise QuestionRefused(f"The answer “{tidy(answer)}” is not {FORMATS[form].hint}.")
    return value


def _same(given: Value, right: Value) -> bool:
    if isinstance(given, Money) and isinstance(right, Money):
        return given.pays(right)
    return given == right


def _from_parts(record: Record) -> Question:
    """The question of a prompt in parts. Its line says the same, or somebody has changed it."""
    for token in record.parts:
        _require_shown(token)
    if len(record.question) > LONGEST:
        raise QuestionRefused(f"The question is longer than {LONGEST} characters: shorten it.")
    if tidy(record.question.replace(_BOX, BOX)) != tidy(prompts.plain(record.parts)):
        raise QuestionRefused("The question was changed, and its parts were not: leave the parts out.")
    if not record.answer or not record.format:
        raise QuestionRefused("A question in parts needs its answer and its format.")
    value = _given(record.answer, record.format)
    if not grammar.can_write(value, record.format):
        raise QuestionRefused(f"The answer “{tidy(record.answer)}” is not {FORMATS[record.format].hint}.")
    return Question(record.parts, grammar.render(value, record.format), record.format, notation=record.question)


def _require_shown(token: prompts.Token) -> None:
    """A part that a page can set and speak: words, and numbers among them. All else is written in notation."""
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in token.text):
        raise QuestionRefused("The parts of the question have a character that nobody can see.")
    if token.kind not in _PARTS or not _PARTS[token.kind].fullmatch(token.text):
        raise QuestionRefused(f"The parts of the question have a {token.kind.value} that says “{token.text}”.")
