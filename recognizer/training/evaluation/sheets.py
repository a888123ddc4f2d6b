"""Misreads as pictures, to be looked at. They show research handwriting: they stay in `var/`, which git ignores."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from recognizer.training.evaluation.reading import Read

CELL_WIDTH, CELL_HEIGHT, CAPTION, MARGIN = 170, 130, 16, 10
COLUMNS, MOST = 8, 64
_PENS = ("#1f4e9c", "#b3261e", "#1b7837", "#7b3294", "#b35806", "#01665e")  # a colour a stroke: groups can be seen


def draw_sheet(reads: Sequence[Read], path: Path) -> None:
    """A contact sheet of the ink, each with what it says and what was read; the first MOST of them."""
    shown = reads[:MOST]
    rows = -(-max(1, len(shown)) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * CELL_WIDTH, rows * CELL_HEIGHT), "white")
    canvas = ImageDraw.Draw(sheet)
    for at, read in enumerate(shown):
        _cell(canvas, read, (at % COLUMNS) * CELL_WIDTH, (at // COLUMNS) * CELL_HEIGHT)
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


def _cell(canvas: ImageDraw.ImageDraw, read: Read, left: int, top: int) -> None:
    answer, outcome = read.answer, read.outcome
    points = np.concatenate(answer.strokes)
    low, size = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-9)
    scale = min((CELL_WIDTH - 2 * MARGIN) / size[0], (CELL_HEIGHT - CAPTION - 2 * MARGIN) / size[1])
    for number, stroke in enumerate(answer.strokes):
        placed = (stroke - low) * scale + [left + MARGIN, top + CAPTION + MARGIN]
        pen = _PENS[number % len(_PENS)]
        if len(placed) == 1:
            (x, y), radius = placed[0], 2
            canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=pen)
        canvas.line([tuple(point) for point in placed.tolist()], fill=pen, width=2)
    caption = f"{answer.text or '–'} > {outcome.text or '–'}  {outcome.confidence:.2f}"
    canvas.text((left + 4, top + 2), caption, fill="black")
    canvas.rectangle((left, top, left + CELL_WIDTH - 1, top + CELL_HEIGHT - 1), outline="#cccccc")
