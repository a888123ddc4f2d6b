"""Drawing on the pad with real pointer events: the project's own stroke templates, moved by a mouse."""

import random
from functools import cache
from itertools import product

import numpy as np
from playwright.sync_api import Page, expect

from quizzes.services.reading import read_ink
from recognizer import templates

PAD = ".pad__canvas"
OPEN = ".pad[data-state=open]"
Strokes = list[list[list[float]]]

PACE = 4
"""Of the points of a template each fourth is one of the mouse: a frame goes by with every one of them."""


def draw(page: Page, text: str, seed: int = 7) -> None:
    """Writes `text` on the visible pad, stroke by stroke."""
    trace(page, written(text, seed))


def written(text: str, seed: int) -> Strokes:
    """What `draw` writes."""
    return [[*stroke[:-1:PACE], stroke[-1]] for stroke in templates.write(text, random.Random(seed))]


def trace(page: Page, strokes: Strokes) -> None:
    """Moves the mouse along strokes given in pad units (a sheet of 1000 by 600), fitted into the visible pad.

    Ink is only taken by a sheet that is open: its script runs, and its question is here.
    """
    expect(page.locator(OPEN)).to_be_visible()
    page.locator(PAD).scroll_into_view_if_needed()
    box = page.locator(PAD).bounding_box()
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


def until_read(page: Page) -> str:
    """Waits for the reading: "sure" or "ask". (An expectation looks less and less often; this looks at every frame.)"""
    page.locator(".reading:is([data-state=sure], [data-state=ask])").wait_for()
    return page.locator(".reading").get_attribute("data-state") or ""


def agree(page: Page) -> None:
    """Waits for the reading, and says yes where the reader asks."""
    if until_read(page) == "ask":
        page.locator(".reading").get_by_role("button", name="Yes").click()


@cache
def doubtful() -> Strokes:
    """Ink between a 2 and a 7, which the reader asks about: found by asking it, so that new weights find their own."""
    for seed, share in product(range(40), (0.4, 0.5, 0.6)):
        (two, *more), (seven, *others) = (templates.write(text, random.Random(seed)) for text in "27")
        if more or others:
            continue
        blend = (1 - share) * _resampled(two) + share * _resampled(seven)
        strokes = [[[round(x, 1), round(y, 1)] for x, y in blend.tolist()]]
        if read_ink(strokes=strokes, format="whole").decision == "ask":
            return strokes
    raise AssertionError("the reader is never in doubt between 2 and 7")


def _resampled(stroke: list[list[float]], count: int = 16) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """(count, 2): points at equal steps along the stroke."""
    points = np.array([point[:2] for point in stroke])
    along = np.concatenate([[0], np.hypot(*np.diff(points, axis=0).T).cumsum()])
    steps = np.linspace(0, along[-1], count)
    return np.stack([np.interp(steps, along, points[:, axis]) for axis in (0, 1)], axis=1)
