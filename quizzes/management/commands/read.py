"""Reads handwriting from JSON Lines, one answer a line, and writes a reading a line, in the same order.

In:  {"id": …, "strokes": [[[x, y(, t)], …], …], "format": "whole"}, y downward.
Out: {"id": …, "text": "42", "confidence": 0.98, "decision": "sure", "alternatives": [["47", 0.01]], "glyphs": […]}
A line that cannot be taken gives {"id": … or null, "error": "…"}, and the next one is read.
"""

import json
import sys
from argparse import ArgumentParser
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.management.json_lines import BadLine, lines, parsed
from quizzes.services.reading import READABLE_FORMATS, UnknownFormat, get_reader, read_ink
from recognizer.ink import InkRefused
from recognizer.reader import WeightsAltered, WeightsMissing

FIELDS = ("text", "confidence", "decision", "alternatives", "glyphs")


class Command(BaseCommand):
    help = __doc__ or ""
    requires_system_checks = ()  # nothing of the site but the reader is used

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="JSON Lines; standard input where none is named.")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path | None = options["file"]
        try:
            get_reader()
            source = path.open("rb") if path else nullcontext(sys.stdin.buffer)
        except (WeightsMissing, WeightsAltered, OSError) as error:
            raise CommandError(str(error)) from error
        with source as stream, suppress(BrokenPipeError):  # `manage.py read | head` has seen enough
            for line in lines(stream):
                self.stdout.write(json.dumps(answer(line)))
                self.stdout.flush()  # whoever writes line by line waits for line by line


def answer(line: bytes) -> dict[str, Any]:
    """What is written for one line."""
    identity = None
    try:
        wanted = parsed(line)
        identity = wanted.get("id")
        reading = read_ink(strokes=strokes_of(wanted), format=format_of(wanted)).to_json()
    except (BadLine, InkRefused, UnknownFormat) as error:
        return {"id": identity, "error": str(error)}
    return {"id": identity} | {field: reading[field] for field in FIELDS}


def strokes_of(wanted: dict[str, Any]) -> object:
    if "strokes" not in wanted:
        raise BadLine("The line has no “strokes”.")
    return wanted["strokes"]


def format_of(wanted: dict[str, Any]) -> str:
    found = wanted.get("format")
    if not isinstance(found, str):
        raise BadLine(f"The line names no format. Known formats: {', '.join(READABLE_FORMATS)}.")
    return found
