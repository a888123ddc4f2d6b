"""Writes the accepted donations as JSON Lines, in the shape of the research data that the reader learns from.

A line of ink: {"text": "42", "strokes": [[[x, y, t], …], …], "segments": [{"label", "strokes"}, …] or null,
"writer": "donation-7", "split": "train", "format", "read_as", "decision", "weights"}. A picture has "picture", a PNG as
a data address, in the place of "strokes".
"""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quizzes.queries.donations import donated_samples


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="Written anew; it must not exist yet.")

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        try:
            with options["file"].open("x", encoding="utf-8") as out:
                for sample in donated_samples():
                    out.write(json.dumps(sample, ensure_ascii=False) + "\n")
                    count += 1
        except OSError as error:
            raise CommandError(f"Nothing was exported: {error}.") from error
        self.stdout.write(f"Exported: {count}.")
