"""The API's reference, from its own schema: a page that loads nothing from elsewhere."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

JSON = Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """What a value is: words ("list of"), and the name of a shape that is described further down."""

    words: str = ""
    shape: str = ""


@dataclass(frozen=True)
class Member:
    """A member of a JSON object, or a parameter of an address."""

    name: str
    kind: Kind
    required: bool


@dataclass(frozen=True)
class Reply:
    status: str
    note: str
    kind: Kind | None


@dataclass(frozen=True)
class Operation:
    anchor: str
    method: str
    path: str
    note: str
    parameters: tuple[Member, ...]
    body: Kind | None
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Reference:
    """`groups` are operations by tag; `shapes` are the members of each JSON object by name."""

    description: str
    groups: Mapping[str, tuple[Operation, ...]]
    shapes: Mapping[str, tuple[Member, ...]]


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    return render(request, "api_docs.html", {"reference": _own_reference()})


@cache
def _own_reference() -> Reference:
    """Addresses and shapes do not change while the site runs."""
    schema: JSON = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return reference(schema)


def reference(schema: JSON) -> Reference:
    """What an OpenAPI schema says, in the order of a page."""
    components = schema.get("components", {}).get("schemas", {})
    groups: dict[str, tuple[Operation, ...]] = defaultdict(tuple)
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            groups[operation["tags"][0]] += (_operation(path, method, operation, components),)
    return Reference(
        description=schema["info"].get("description", ""),
        groups=dict(sorted(groups.items())),
        shapes={
            name: _members(component, components) for name, component in components.items() if "properties" in component
        },
    )


def _operation(path: str, method: str, operation: JSON, components: JSON) -> Operation:
    return Operation(
        anchor=operation["operationId"],
        method=method.upper(),
        path=path,
        note=operation.get("description", ""),
        parameters=tuple(
            Member(item["name"], _kind(item["schema"], components), item.get("required", False))
            for item in operation.get("parameters", [])
        ),
        body=_content(operation.get("requestBody", {}), components),
        replies=tuple(
            Reply(status, reply.get("description", ""), _content(reply, components))
            for status, reply in sorted(operation["responses"].items())
        ),
    )


def _content(carrier: JSON, components: JSON) -> Kind | None:
    """The JSON of a request or reply; None where there is none."""
    content = carrier.get("content", {}).get("application/json")
    return _kind(content["schema"], components) if content else None


def _members(component: JSON, components: JSON) -> tuple[Member, ...]:
    required = component.get("required", [])
    return tuple(
        Member(name, _kind(member, components), name in required) for name, member in component["properties"].items()
    )


def _kind(schema: JSON, components: JSON) -> Kind:
    """A shape is named; an enumeration lists its values; the rest are words."""
    kind = _plain_kind(schema, components)
    return Kind(f"null or {kind.words}", kind.shape) if schema.get("nullable") else kind


def _plain_kind(schema: JSON, components: JSON) -> Kind:
    for inner in schema.get("allOf") or schema.get("oneOf") or ():
        return _kind(inner, components)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        component = components[name]
        return Kind(shape=name) if "properties" in component else _kind(component, components)
    if "enum" in schema:
        return Kind("one of " + ", ".join(str(value) for value in schema["enum"]))
    if schema.get("type") == "array":
        inner = _kind(schema["items"], components)
        return Kind(f"list of {inner.words}", inner.shape)
    if schema.get("type") == "string":
        return Kind(schema.get("format", "string"))
    return Kind(schema.get("type", "any JSON"))
