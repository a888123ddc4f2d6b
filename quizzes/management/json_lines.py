"""JSON Lines for commands: an object a line in, an object a line out, in the same order."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

LONGEST_LINE = 1_000_000  # bytes; the most ink that is read fits ten times over


class BadLine(ValueError):
    """A line that says nothing to do. The message says why."""


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines that hold anything. Of one too long only a beginning is kept, so that memory stays bounded."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        if line.strip():
            yield line


def parsed(line: bytes) -> dict[str, Any]:
    """The object of a line. Raises BadLine."""
    if len(line) > LONGEST_LINE:
        raise BadLine(f"The line is longer than {LONGEST_LINE:,} bytes.")
    try:
        value = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"The line is no JSON: {error}.") from error
    if not isinstance(value, dict):
        raise BadLine("The line is no JSON object.")
    return value


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON number")
