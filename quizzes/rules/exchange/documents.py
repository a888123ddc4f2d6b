"""A quiz as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from quizzes.rules import prompts
from quizzes.rules.exchange.quiz_file import (
    MOST_QUESTIONS,
    Fault,
    FileRefused,
    QuizFile,
    Settings,
    instructions_of,
    refused,
    shortened,
)
from quizzes.rules.exchange.records import Record, question_of, record_of
from quizzes.rules.phrases import listed
from quizzes.rules.questions import Question
from quizzes.rules.refusals import QuestionRefused
from quizzes.rules.words import tidy

FORMAT = "astro-numbers-quiz"
VERSION = 1

_SETTINGS: dict[str, type[object]] = {
    "title": str,
    "instructions": str,
    "show_marks": str,
    "tries": int,
    "shuffle": bool,
}
_MEMBERS = {"format", "version", "questions", *_SETTINGS}
_OF_A_QUESTION: dict[str, type[object]] = {
    "question": str,
    "answer": str,
    "format": str,
    "skill": str,
    "level": int,
    "layout": str,
    "figure": str,
    "demands": list,
    "parts": list,
}
_IN_WORDS: dict[type[object], str] = {str: "a text", int: "a number", bool: "true or false", list: "a list"}


def write_json(quiz: QuizFile) -> str:
    """The document, which `read_json` reads back. Members that say nothing are left out of a question."""
    settings = {name: getattr(quiz.settings, name) for name in _SETTINGS}
    questions = [_members_of(record_of(question)) for question in quiz.questions]
    document = {"format": FORMAT, "version": VERSION, **settings, "questions": questions}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read_json(text: str) -> QuizFile:
    """The quiz of a document. Raises FileRefused with every question that cannot be used."""
    document = _document(text)
    listed_questions = document["questions"]
    if not listed_questions:
        raise refused("There is no question in it.")
    if len(listed_questions) > MOST_QUESTIONS:
        raise refused(f"That is {len(listed_questions)} questions, and a quiz holds {MOST_QUESTIONS}: split it.")
    settings, faults = _settings(document)
    read = list(_questions(listed_questions))
    faults += [each for each in read if isinstance(each, Fault)]
    if faults:
        raise FileRefused(faults)
    return QuizFile(settings, tuple(each for each in read if isinstance(each, Question)))


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"Line {error.lineno}"
        line = (text.splitlines() or [""])[min(error.lineno, len(text.splitlines())) - 1]
        raise refused(f"This is no JSON from character {error.colno} on.", where=place, found=line) from error
    except (ValueError, RecursionError) as error:
        raise refused("This JSON holds more than a quiz.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise refused(f"This is no quiz: its member “format” is to say “{FORMAT}”.")
    if document.get("version") != VERSION or isinstance(document["version"], bool):
        raise refused(f"This file is of version {document.get('version')}; this site reads version {VERSION}.")
    _require_known(document, _MEMBERS)
    if not isinstance(document.get("questions"), list):
        raise refused("The member “questions” is to be a list.")
    return document


def _require_known(document: dict[str, Any], known: set[str]) -> None:
    unknown = [f"“{shortened(name)}”" for name in document if name not in known]
    if unknown:
        raise refused(f"There is no member {listed(unknown)}.")


def _settings(document: dict[str, Any]) -> tuple[Settings, list[Fault]]:
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in _SETTINGS:
        if name not in document:
            continue
        try:
            value = _typed(document, name, _SETTINGS[name])
            if isinstance(value, str):
                value = instructions_of(value) if name == "instructions" else tidy(value)
            Settings(**{name: value})
            found[name] = value
        except QuestionRefused as refusal:
            faults.append(Fault(name, shortened(str(document[name])), refusal.sentence))
    return Settings(**found), faults


def _questions(items: list[Any]) -> Iterator[Question | Fault]:
    for number, item in enumerate(items, start=1):
        try:
            yield question_of(_record(item))
        except QuestionRefused as no_question:
            found = item.get("question", "") if isinstance(item, dict) else item
            yield Fault(f"Question {number}", shortened(str(found)), no_question.sentence)


def _record(item: Any) -> Record:
    if not isinstance(item, dict):
        raise QuestionRefused("A question is an object with the member “question”.")
    unknown = [f"“{shortened(name)}”" for name in item if name not in _OF_A_QUESTION]
    if unknown:
        raise QuestionRefused(f"A question has no member {listed(unknown)}: it has {', '.join(_OF_A_QUESTION)}.")
    members = {name: _typed(item, name, _OF_A_QUESTION[name]) for name in item}
    if not all(isinstance(demand, str) for demand in members.get("demands", [])):
        raise QuestionRefused("The member “demands” is to be a list of texts.")
    return Record(
        members.get("question", ""),
        members.get("answer", ""),
        members.get("format", ""),
        members.get("skill", ""),
        members.get("level", 0),
        members.get("layout", ""),
        members.get("figure", ""),
        tuple(members.get("demands", [])),
        prompts.from_json(members["parts"]) if members.get("parts") else (),
    )


def _typed(members: dict[str, Any], name: str, kind: type[object]) -> Any:
    value = members[name]
    if type(value) is not kind:
        raise QuestionRefused(f"The member “{name}” is to be {_IN_WORDS[kind]}.")
    return value


def _members_of(record: Record) -> dict[str, Any]:
    members = {name: getattr(record, name) for name in _OF_A_QUESTION}
    members["demands"], members["parts"] = list(record.demands), prompts.to_json(record.parts)
    return {name: value for name, value in members.items() if value}
