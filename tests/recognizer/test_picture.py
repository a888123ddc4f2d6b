import time
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from PIL import Image

from recognizer.picture import MOST_CUTS, MOST_PARTS, Picture, PictureRefused
from recognizer.raster import BOX, CHANNELS, SIDE, Floats
from recognizer.reading import Sides
from tests.recognizer.pictures import drawn, file, grainy, lit


def picture(image: Image.Image) -> Picture:
    return Picture.from_bytes(file(image))


def rendered(seen: Picture, *groups: Sequence[int]) -> Floats:
    """The groups with nothing beside them."""
    return seen.render(groups, np.zeros(len(groups), np.float32))


def box(seen: Picture, *parts: int) -> Sides:
    return seen.source(parts)[1]


def test_each_sign_that_stands_alone_is_a_part_from_left_to_right() -> None:
    seen = picture(drawn("387"))
    assert len(seen.strokes) == 3
    assert [stroke[:, 0].min() for stroke in seen.strokes] == sorted(stroke[:, 0].min() for stroke in seen.strokes)


def test_strokes_are_at_the_origin_and_of_size_one() -> None:
    points = np.concatenate(picture(drawn("387")).strokes)
    assert points.dtype == np.float32
    assert points.min(axis=0) == pytest.approx([0, 0])
    assert points.max() == pytest.approx(1.0)


def test_boxes_are_in_pixels_of_the_picture() -> None:
    image = drawn("7").resize((2_000, 1_200))  # which is looked at smaller
    rows, columns = np.nonzero(np.asarray(image) < 128)
    edges = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    assert box(picture(image), 0) == pytest.approx(edges, abs=6)


def test_a_glyph_is_rendered_as_mnist_has_it() -> None:
    images = rendered(picture(drawn("35")), [0], [1], [0, 1])
    assert (images.shape, images.dtype) == ((3, CHANNELS, SIDE, SIDE), np.float32)
    assert not images[:, 1:].any()
    for ink in images[:, 0]:
        assert 0.9 < ink.max() <= 1.0
        rows, columns = np.nonzero(ink > 0.05)
        assert max(np.ptp(rows), np.ptp(columns)) + 1 == pytest.approx(BOX, abs=1.5)
        centre = [np.average(np.arange(SIDE) + 0.5, weights=ink.sum(axis=axis)) for axis in (0, 1)]
        assert centre == pytest.approx([SIDE / 2, SIDE / 2], abs=0.3)


@pytest.mark.parametrize("pen", [2, 4, 14, 40])
def test_a_fine_pen_is_seen_as_well_as_a_thick_one(pen: int) -> None:
    (image,) = rendered(picture(drawn("3", pen=pen)), [0])
    assert image[0].max() > 0.9
    assert image[0].sum() > 40


def test_light_and_dark_light_and_grain_change_nothing_much() -> None:
    plain = picture(drawn("42", seed=1))
    for other in (drawn("42", seed=1, ink=240, paper=20), lit(drawn("42", seed=1)), grainy(drawn("42", seed=1))):
        seen = picture(other)
        assert len(seen.strokes) == len(plain.strokes)
        groups = [[part] for part in range(len(plain.strokes))]
        assert np.abs(rendered(seen, *groups) - rendered(plain, *groups)).mean() < 0.02


def test_signs_that_touch_are_cut_between_them() -> None:
    image = Image.new("L", (300, 100), 255)
    for left, right in ((20, 30), (80, 90), (110, 120), (180, 190)):
        image.paste(0, (left, 10, right, 90))
    image.paste(0, (20, 45, 190, 52))
    seen = picture(image)
    assert 2 <= len(seen.strokes) <= MOST_CUTS + 1
    lefts = [box(seen, part)[0] for part in range(len(seen.strokes))]
    assert lefts == sorted(lefts)
    whole = box(seen, *range(len(seen.strokes)))
    assert whole == pytest.approx((20, 10, 190, 90), abs=3)


def test_a_minus_is_not_cut() -> None:
    image = Image.new("L", (300, 100), 255)
    image.paste(0, (20, 45, 280, 56))
    assert len(picture(image).strokes) == 1


def test_a_point_is_a_part_and_dust_is_none() -> None:
    pointed, dusty = drawn("3"), drawn("3")
    pointed.paste(40, (300, 220, 309, 229))
    dusty.paste(40, (300, 220, 302, 222))
    assert [len(picture(image).strokes) for image in (drawn("3"), pointed, dusty)] == [1, 2, 1]


NOTHING = {
    "white": Image.new("L", (200, 100), 255),
    "a speckled page": Image.fromarray((np.random.default_rng(0).random((900, 900)) < 0.9).astype(np.uint8) * 255),
    "a chequered one": Image.fromarray((np.indices((600, 600)).sum(axis=0) // 3 % 2 * 255).astype(np.uint8)),
}


@pytest.mark.parametrize("image", NOTHING.values(), ids=NOTHING)
def test_what_is_no_line_of_ink_has_few_parts_and_is_done_with_soon(image: Image.Image) -> None:
    began = time.process_time()
    assert len(picture(image).strokes) <= MOST_PARTS * (MOST_CUTS + 1)
    assert time.process_time() - began < 2.0


def test_noise_of_any_size_makes_a_picture() -> None:
    rng = Random(0)
    for seed in range(60):
        size = rng.randint(8, 60), rng.randint(8, 60)
        greys = (np.random.default_rng(seed).random(size) ** rng.choice([0.1, 1, 9]) * 255).astype(np.uint8)
        seen = picture(Image.fromarray(greys))
        parts = range(len(seen.strokes))
        assert np.isfinite(rendered(seen, *([part] for part in parts))).all()
        assert all(len(stroke) for stroke in seen.strokes)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(PictureRefused):
        Picture.from_bytes(b"42")


def test_a_small_mark_beside_digits_is_rendered_small() -> None:
    image = drawn("3")
    image.paste(40, (330, 220, 342, 232))
    seen = picture(image)
    alone, beside = seen.render([[1], [1]], np.array([0.0, 1.0], np.float32))
    assert beside[0].sum() < alone[0].sum() / 4
