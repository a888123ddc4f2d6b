"""What the API answers has the shape that its schema says, with nothing more and nothing less."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import jsonschema
import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quizzes.models import Assignment, Classroom, Student, User
from recognizer import templates
from tests.quizzes.giving import drawn as drawn_by
from tests.quizzes.giving import reading
from tests.recognizer.pictures import drawn, file

SCHEMA = yaml.safe_load((Path(__file__).resolve().parents[3] / "docs" / "api-schema.yaml").read_text())


def strict(schema: Any) -> Any:
    """The OpenAPI 3.0 schema as JSON Schema: `nullable` spelt out, and no member that is not listed."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: strict(value) for key, value in schema.items() if key not in {"nullable", "example", "readOnly"}}
    if "properties" in schema and schema.get("type") == "object":
        found["additionalProperties"] = False
    return {"anyOf": [found, {"type": "null"}]} if schema.get("nullable") else found


COMPONENTS = strict(SCHEMA["components"])


def assert_as_the_schema_says(reply: Any, path: str, method: str) -> None:
    said = SCHEMA["paths"][path][method]["responses"][str(reply.status_code)]["content"]["application/json"]["schema"]
    jsonschema.validate(reply.json(), {**strict(said), "components": COMPONENTS})


def send(client: Client, address: str, body: object) -> Any:
    return client.post(address, json.dumps(body), content_type="application/json")


def test_to_students(
    client: Client, classroom: Classroom, assignment: Assignment, zoe: Student, seated: Callable[[Student], Client]
) -> None:
    ink, scribble = templates.write("54", Random(7)), templates.scribble(Random(3))
    for strokes in (ink, scribble):
        reply = send(client, reverse("api-read"), {"strokes": strokes, "format": "whole"})
        assert_as_the_schema_says(reply, "/api/read/", "post")
    names = client.get(reverse("api-classroom", args=[classroom.code]))
    assert_as_the_schema_says(names, "/api/classrooms/{code}/", "get")

    student = seated(zoe)
    assert_as_the_schema_says(student.get(reverse("api-seat")), "/api/seat/", "get")
    answers, following = (reverse(name, args=[assignment.pk]) for name in ("api-answers", "api-next"))
    for content in ({"strokes": scribble}, {"strokes": ink}, {"typed": "56"}, {"typed": "3"}):
        waiting = student.get(following)
        assert_as_the_schema_says(waiting, "/api/assignments/{id}/next/", "get")
        sent = {"id": str(uuid4()), "question": waiting.json()["question"]["id"], **content}
        for _ in range(2):
            assert_as_the_schema_says(send(student, answers, sent), "/api/assignments/{id}/answers/", "post")
    assert student.get(following).json()["finished"] is True
    assert_as_the_schema_says(student.get(following), "/api/assignments/{id}/next/", "get")


@pytest.mark.django_db
def test_to_whoever_tries_the_reader(client: Client) -> None:
    ink, scribble, picture = templates.write("54", Random(7)), templates.scribble(Random(3)), file(drawn("54"))
    for strokes in (ink, scribble):
        reply = send(client, reverse("api-read-explain"), {"strokes": strokes, "format": "whole"})
        assert_as_the_schema_says(reply, "/api/read/explain/", "post")
    reply = client.post(reverse("api-read-picture-explain"), {"picture": SimpleUploadedFile("line", picture)})
    assert_as_the_schema_says(reply, "/api/read/picture/explain/", "post")

    given = {"format": "whole", "text": "54", "agreed": True}
    reply = send(client, reverse("api-donations"), {"strokes": ink} | given)
    assert_as_the_schema_says(reply, "/api/donations/", "post")
    reply = client.post(reverse("api-donations-picture"), {"picture": SimpleUploadedFile("line", picture)} | given)
    assert_as_the_schema_says(reply, "/api/donations/picture/", "post")


def test_to_a_child_who_is_asked_and_to_the_teacher(
    assignment: Assignment, zoe: Student, alice: User, seated: Callable[[Student], Client], signed_in: Any
) -> None:
    doubt = reading("54", "ask", 0.6, [("56", 0.3)])
    answer = drawn_by(zoe, assignment, 1, "54", read=doubt, mark="unread", note="", awaits_child=True)
    said = send(seated(zoe), reverse("api-confirmation", args=[answer.pk]), {"text": "54"})
    assert_as_the_schema_says(said, "/api/answers/{id}/confirmation/", "post")

    teacher, table = signed_in(alice), reverse("api-results", args=[assignment.pk])
    first = teacher.get(table)
    for reply in (first, teacher.get(table, {"since": first.json()["version"]})):
        assert_as_the_schema_says(reply, "/api/assignments/{id}/results/", "get")
    correction = reverse("api-correction", args=[answer.pk])
    corrected = send(teacher, correction, {"mark": "right", "reason": "I can read it"})
    assert_as_the_schema_says(corrected, "/api/answers/{id}/correction/", "post")
    assert_as_the_schema_says(teacher.delete(correction), "/api/answers/{id}/correction/", "delete")


def test_the_check_is_strict() -> None:
    class Reply:
        status_code = 200

        def json(self) -> dict[str, object]:
            return {"version": 1, "changed": False, "key": "56"}

    with pytest.raises(jsonschema.ValidationError):
        assert_as_the_schema_says(Reply(), "/api/assignments/{id}/results/", "get")
