import json
from pathlib import Path
from typing import Any

import pytest

from quizzes.ink_svg import Box, Picture, path, picture, spans

FOLDER = Path(__file__).parents[1] / "golden"
GOLDEN = json.loads((FOLDER / "ink_paths.json").read_text())
FRAMES = json.loads((FOLDER / "ink_frames.json").read_text())


@pytest.mark.parametrize("row", GOLDEN, ids=[row["name"] for row in GOLDEN])
def test_a_stroke_is_drawn_as_the_browser_draws_it(row: dict[str, Any]) -> None:
    assert path(row["stroke"]) == row["path"]


@pytest.mark.parametrize("row", FRAMES, ids=[row["name"] for row in FRAMES])
def test_ink_is_framed_as_the_browser_frames_it(row: dict[str, Any]) -> None:
    drawn = picture(row["strokes"])
    assert drawn is not None
    assert drawn.view_box == row["frame"]


def test_the_frame_leaves_room_around_the_ink() -> None:
    drawn = picture([[[100, 200, 0], [400, 600, 16]]])
    assert drawn == Picture("76 176 348 448", ("M100 200L400 600",), ((0, 16),), ())


def test_a_dot_stays_small_in_the_middle_of_its_frame() -> None:
    drawn = picture([[[500, 400, 0]]])
    assert drawn == Picture("420 320 160 160", ("M500 400h.01",), ((0, 0),), ())


ONE = {"text": "1", "strokes": [0], "box": [100, 200, 400, 600]}


def test_a_box_stands_a_little_off_its_glyph() -> None:
    drawn = picture([[[100, 200, 0], [400, 600, 16]]], [ONE])
    assert drawn is not None
    assert drawn.boxes == (Box("92", "192", "316", "416"),)


@pytest.mark.parametrize("strokes", [None, [], [[]]])
def test_without_ink_there_is_no_picture(strokes: list[list[list[float]]] | None) -> None:
    assert picture(strokes) is None


@pytest.mark.parametrize("place", ['0"/><script>', float("nan"), float("inf"), None])
def test_what_is_no_number_does_not_get_through(place: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        picture([[[place, 0, 0]]])
    with pytest.raises((ValueError, TypeError)):
        picture([[[0, 0, 0]]], [{"box": [0, 0, place, 1]}])


@pytest.mark.parametrize(
    ("strokes", "expected"),
    [
        pytest.param([[[0, 0, 0], [1, 0, 20]], [[5, 5, 300], [6, 6, 340]]], ((0, 20), (300, 340)), id="as written"),
        pytest.param([[[0, 0, 0]], [[5, 5, 60_000], [6, 6, 60_010]]], ((0, 0), (700, 710)), id="a long thought"),
        pytest.param([[[0, 0, 0], [1, 0, 90_000]]], ((0, 4000),), id="a pen that rested"),
        pytest.param([[[0, 0, 4000], [1, 0, 4020]]], ((0, 20),), id="a clock that does not start at zero"),
        pytest.param([[[0, 0, 50], [1, 0, 40]], [[2, 2, 30]]], ((0, 0), (16, 16)), id="a clock that went back"),
        pytest.param([[[0, 0], [1, 0]], [[5, 5]]], ((0, 16), (32, 32)), id="no times at all"),
    ],
)
def test_strokes_are_watched_in_their_own_pace(
    strokes: list[list[list[float]]], expected: tuple[tuple[int, int], ...]
) -> None:
    assert spans(strokes) == expected
