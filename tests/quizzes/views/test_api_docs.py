"""The API's reference."""

import re

from django.test import Client
from django.urls import reverse

from quizzes.views.api_docs import Kind, Member, Operation, Reply, reference

SCHEMA = {
    "info": {"title": "T", "description": "What it is for."},
    "paths": {
        "/b/{id}/": {
            "post": {
                "operationId": "b_create",
                "tags": ["Seats"],
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}},
                "responses": {
                    "204": {"description": "Gone."},
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}},
                },
            }
        },
        "/a/": {"get": {"operationId": "a_list", "tags": ["Reading"], "description": "Say.", "responses": {}}},
    },
    "components": {
        "schemas": {
            "In": {
                "type": "object",
                "required": ["mark"],
                "properties": {
                    "mark": {"$ref": "#/components/schemas/MarkEnum"},
                    "many": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/In"}]}},
                    "uuid": {"type": "string", "format": "uuid", "nullable": True},
                    "chance": {"type": "number", "format": "double"},
                    "anything": {},
                },
            },
            "MarkEnum": {"enum": ["right", "wrong"], "type": "string"},
        }
    },
}


def test_a_schema_is_told_by_groups_and_shapes() -> None:
    told = reference(SCHEMA)

    assert list(told.groups) == ["Reading", "Seats"]
    assert told.groups["Seats"] == (
        Operation(
            anchor="b_create",
            method="POST",
            path="/b/{id}/",
            note="",
            parameters=(Member("id", Kind("integer"), True),),
            body=Kind(shape="In"),
            replies=(Reply("200", "", Kind(shape="In")), Reply("204", "Gone.", None)),
        ),
    )
    assert told.shapes == {
        "In": (
            Member("mark", Kind("one of right, wrong"), True),
            Member("many", Kind("list of ", "In"), False),
            Member("uuid", Kind("null or uuid"), False),
            Member("chance", Kind("number"), False),
            Member("anything", Kind("any JSON"), False),
        )
    }


def test_the_page_names_every_call_and_loads_nothing_from_elsewhere(client: Client, db: None) -> None:
    page = client.get(reverse("api-docs")).content.decode()

    for path in ["/api/read/", "/api/seat/", "/api/assignments/{id}/answers/", "/api/assignments/{id}/results/"]:
        assert path in page
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert [address for address in loaded if not address.startswith("/")] == []
    assert " style=" not in page


def test_every_shape_that_is_named_is_described(client: Client, db: None) -> None:
    page = client.get(reverse("api-docs")).content.decode()

    named = set(re.findall(r'href="#(shape-[^"]+)"', page))
    assert named
    assert named <= set(re.findall(r'id="(shape-[^"]+)"', page))
