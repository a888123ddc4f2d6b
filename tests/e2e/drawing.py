"""Drawing on the pad with real pointer events: the project's own stroke templates, moved by a mouse."""

import random

from playwright.sync_api import Page

from recognizer import templates

LATEST = ".pad__canvas"


def draw(page: Page, text: str, seed: int = 7) -> None:
    """Writes `text` on the visible pad, stroke by stroke."""
    trace(page, templates.write(text, random.Random(seed)))


def trace(page: Page, strokes: list[list[list[float]]]) -> None:
    """Moves the mouse along strokes given in pad units (a sheet of 1000 by 600), fitted into the visible pad."""
    page.locator(LATEST).scroll_into_view_if_needed()
    box = page.locator(LATEST).bounding_box()
    assert box is not None
    scale = min(box["width"] / templates.PAD_WIDTH, box["height"] / templates.PAD_HEIGHT) * 0.95
    left = box["x"] + (box["width"] - scale * templates.PAD_WIDTH) / 2
    top = box["y"] + (box["height"] - scale * templates.PAD_HEIGHT) / 2
    for stroke in strokes:
        points = [(left + scale * point[0], top + scale * point[1]) for point in stroke]
        page.mouse.move(*points[0])
        page.mouse.down()
        for point in points[1:]:
            page.mouse.move(*point)
        page.mouse.up()
