"""How the tests ask the API."""

import json
import random
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.test import Client

from quizzes.models import Assignment, Student
from recognizer import templates

Seated = Callable[[Student], Client]


def ink(text: str, seed: int = 7) -> list[Any]:
    return templates.write(text, random.Random(seed))


def post(client: Client, url: str, body: object) -> Any:
    return client.post(url, json.dumps(body), content_type="application/json")


def answer_body(question: int, **fields: object) -> dict[str, object]:
    return {"id": str(uuid4()), "question": question, **fields}


def next_url(assignment: Assignment) -> str:
    return f"/api/assignments/{assignment.pk}/next/"


def answers_url(assignment: Assignment) -> str:
    return f"/api/assignments/{assignment.pk}/answers/"
