"""Marks answers from JSON Lines, one a line, and writes a mark a line, in the same order.

In:  {"question": "47 + 26", "answer": "613"}
     and, as wanted: "id"; "expected", the right answer, for a question in words ("format": "whole" with it); "demands":
     ["lowest-terms", "places:2", "unit:cm", …]; "layout": "column"; "decimal_sign": "," for a class that writes so.
Out: {"mark": "right|wrong|unread", "note": "…", "checks": ["has the right value", …], "digits": [1, 2] or null,
      "misconceptions": ["ADD-CONCAT", …]}, the "id" first where one was given.
A line that cannot be taken gives {"error": "…"}, the next one is marked, and the exit status is 1.
"""

import json
import sys
from argparse import ArgumentParser
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.management.json_lines import BadLine, lines, parsed
from quizzes.rules import checks, grammar, marking, questions
from quizzes.rules.grammar import FORMATS
from quizzes.rules.marking import Outcome
from quizzes.rules.misconceptions import diagnose
from quizzes.rules.phrases import count
from quizzes.rules.questions import Layout, Question, QuestionRefused
from quizzes.rules.typesetting import COMMA, POINT

KNOWN = ("id", "question", "answer", "expected", "format", "demands", "layout", "decimal_sign")


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks = ()  # nothing of the site but the rules is used

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="JSON Lines; standard input where none is named.")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path | None = options["file"]
        try:
            source = path.open("rb") if path else nullcontext(sys.stdin.buffer)
        except OSError as error:
            raise CommandError(str(error)) from error
        bad = 0
        with source as stream, suppress(BrokenPipeError):  # `manage.py mark | head` has seen enough
            for line in lines(stream):
                reply = answer(line)
                bad += "error" in reply
                self.stdout.write(json.dumps(reply, ensure_ascii=False))
                self.stdout.flush()  # whoever writes line by line waits for line by line
        if bad:
            raise CommandError(f"{count(bad, 'line')} could not be marked: see “error” in the output.")


def answer(line: bytes) -> dict[str, Any]:
    """What is written for one line."""
    identity: dict[str, Any] = {}
    try:
        wanted = parsed(line)
        identity = {"id": wanted["id"]} if "id" in wanted else {}
        return identity | marked(wanted)
    except BadLine as error:
        return identity | {"error": str(error)}
    except QuestionRefused as refusal:
        return identity | {"error": refusal.sentence}


def marked(wanted: dict[str, Any]) -> dict[str, Any]:
    """The mark of what a line asks for. Raises BadLine, QuestionRefused."""
    unknown = [name for name in wanted if name not in KNOWN]
    if unknown:
        raise BadLine(f"There is no “{unknown[0]}”. Known: {', '.join(KNOWN)}.")
    question, given = question_of(wanted), _text(wanted, "answer")
    sign = _one_of(wanted, "decimal_sign", (POINT, COMMA))
    text = marking.canonical(question, given, sign)
    made = marking.mark(question, text, sign)
    causes = diagnose(question, checks.given(question, text).plain) if made.outcome is Outcome.WRONG else ()
    return {
        "mark": made.outcome.value,
        "note": made.note,
        "checks": list(made.checks),
        "digits": [made.digits.right, made.digits.asked] if made.digits else None,
        "misconceptions": [cause.id for cause in causes],
    }


def question_of(wanted: dict[str, Any]) -> Question:
    """The question of a line: in notation, or in words with the answer that is expected."""
    asked, form = _text(wanted, "question"), _one_of(wanted, "format", ("", *FORMATS))
    layout = Layout(_one_of(wanted, "layout", tuple(layout.value for layout in Layout)))
    demands = _demands(wanted)
    if "expected" in wanted:
        return questions.write_text(asked, _text(wanted, "expected"), form, layout=layout, demands=demands)
    if not form:
        return questions.write(asked, layout=layout, demands=demands)
    question = questions.write(asked, layout=layout)
    if not grammar.can_write(question.value, form):
        raise BadLine(f"The answer {question.answer} is not {FORMATS[form].hint}: choose another “format”.")
    return replace(question, answer=grammar.render(question.value, form), format=form, demands=demands)


def _demands(wanted: dict[str, Any]) -> tuple[str, ...]:
    found = wanted.get("demands", [])
    if not isinstance(found, list) or not all(isinstance(demand, str) for demand in found):
        raise BadLine('“demands” is a list of words, such as ["lowest-terms"].')
    return tuple(found)


def _text(wanted: dict[str, Any], name: str) -> str:
    if name not in wanted:
        raise BadLine(f"The line has no “{name}”.")
    found = wanted[name]
    if not isinstance(found, str):
        raise BadLine(f"“{name}” is no text: put it in quotation marks.")
    return found


def _one_of(wanted: dict[str, Any], name: str, choices: tuple[str, ...]) -> str:
    """The choice that the line names, or the first."""
    found = wanted.get(name, choices[0])
    if found not in choices:
        raise BadLine(f"“{name}” is one of {', '.join(choice for choice in choices if choice)}.")
    return str(found)
