"""Pictures of one line of ink, made into what the reader needs: parts for strokes, and how each group of them looks.

A part is a connected component of the ink; wide ones, in which signs may touch, are cut into several. Parts are
measured by their middle lines, as strokes are, and rendered from their greys, as MNIST's digits were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from PIL import Image, ImageFilter

from recognizer.components import Mask, components, cut_columns, thinned
from recognizer.paper import ink_of
from recognizer.picture_file import PictureRefused, greys
from recognizer.raster import BOX, CHANNELS, SIDE, SMALL, Floats, Integers
from recognizer.reading import Sides

__all__ = ["Picture", "PictureRefused"]

LINE = 96.0  # pixels to the height of a line of ink: fine enough for the storeys of a fraction
LONGEST_LINE = 8.0  # heights; longer ink is measured by its length
INK = 0.5  # of full ink: a pixel with more is part of a stroke
FADED = 0.25  # of full ink is left of a fine line at least, where a large picture was made small
DUST = 0.003  # of the largest component: what is smaller has no say in where the line is
SPECK = 0.3  # of a square as wide as the strokes: what is smaller is no point that was meant
WIDE = 1.0  # of the line's height: a component as wide may be several signs
FLAT = 3.0  # stroke widths: what is no higher is a minus or a bar, and is not cut
NARROWEST = 0.25  # of the line's height: no cut leaves less
MOST_CUTS = 4
MOST_PARTS = 64  # whatever has more is no answer
THINNEST = 2.2  # pixels of a glyph's 28: the net knows no finer strokes


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """One line of ink, about LINE pixels high. `ink`: (h, w), 1.0 is ink; `parts`: (h, w), the part of each pixel,
    from 1, or 0; `strokes`: (m, 2) of x, y for each part, its middle line, the longest side of them all 1."""

    ink: Floats
    parts: Integers
    strokes: tuple[Floats, ...]
    width: float  # of the strokes, in pixels of `ink`
    side: float  # pixels of `ink` that are 1 to the strokes
    corner: tuple[float, float]  # left, top of the ink in the picture
    scale: float  # pixels of the picture to one of `ink`

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The ink of a PNG or JPEG. Raises PictureRefused, and nothing else."""
        return cls.from_greys(*greys(data))

    @classmethod
    def from_greys(cls, seen: Floats, shrunk: float = 1.0) -> Self:
        """The ink of greys from 0 to 255, each `shrunk` pixels of the picture wide."""
        ink = ink_of(seen)
        left, top, right, bottom = _line(ink)
        zoom = LINE / max(bottom - top, (right - left) / LONGEST_LINE, 1.0)
        line = _zoomed(ink[top:bottom, left:right], zoom)
        middle = thinned(line > INK)
        width = float((line > INK).sum() / max(int(middle.sum()), 1))
        parts = _parts(line, width)
        strokes, side = _strokes(parts, middle)
        return cls(line, parts, strokes, width, side, (left * shrunk, top * shrunk), shrunk / zoom)

    def source(self, strokes: Sequence[int]) -> tuple[tuple[int, ...], Sides]:
        """The parts' numbers, and their box in pixels of the picture."""
        rows, columns = _window(self._members(strokes))
        left, top = self.corner
        return tuple(strokes), (
            left + columns.start * self.scale,
            top + rows.start * self.scale,
            left + columns.stop * self.scale,
            top + rows.stop * self.scale,
        )

    def render(self, groups: Sequence[Sequence[int]], sizes: Floats) -> Floats:
        """(n, CHANNELS, 28, 28) float32 of n groups of parts: their ink alone, since a picture tells no direction.

        `sizes`: how tall a digit is beside each group, in the units of the strokes; 0 where nothing is beside it.
        """
        images = np.zeros((len(groups), CHANNELS, SIDE, SIDE), np.float32)
        for image, group, size in zip(images, groups, sizes.tolist(), strict=True):
            members = self._members(group)
            window = _window(members)
            ink = self.ink[window] * members[window]
            least = SMALL * size * self.side
            image[0] = averaged(_thickened(ink, self.width, max(*ink.shape, least)), least)
        return images

    def _members(self, group: Sequence[int]) -> Mask:
        return np.isin(self.parts, np.asarray(group) + 1)


def averaged(ink: Floats, least: float = 0.0) -> Floats:
    """(28, 28): the longest side of `ink` becomes 20 pixels and its centre of mass the middle, by averaging areas.

    A side shorter than `least` becomes as much shorter than 20 pixels.
    """
    height, width = ink.shape
    zoom = BOX / max(height, width, least)
    x = np.average(np.arange(width) + 0.5, weights=ink.sum(axis=0))
    y = np.average(np.arange(height) + 0.5, weights=ink.sum(axis=1))
    image = _shares(height, float(y), zoom) @ ink @ _shares(width, float(x), zoom).T
    return np.minimum(image, 1.0).astype(np.float32)


def _shares(length: int, centre: float, zoom: float) -> Floats:
    """(28, length): how much of each pixel is covered by each of `length`, once zoomed with `centre` in the middle."""
    edges = (np.arange(SIDE + 1) - SIDE / 2) / zoom + centre
    begin = np.maximum(edges[:-1, None], np.arange(length))
    end = np.minimum(edges[1:, None], np.arange(length) + 1)
    shares: Floats = (np.clip(end - begin, 0.0, None) * zoom).astype(np.float32)
    return shares


def _thickened(ink: Floats, width: float, side: float) -> Floats:
    """The ink of a glyph, its strokes `width` wide, made no finer than THINNEST pixels of 28. `side` becomes BOX."""
    lacking = round((THINNEST * side / BOX - width) / 2)
    if lacking <= 0:
        return ink
    thick = _image(np.pad(ink, lacking)).filter(ImageFilter.MaxFilter(2 * lacking + 1))
    return _values(thick)


def _line(ink: Floats) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the ink, dust aside."""
    labels = components(ink > INK)
    areas = np.bincount(labels.ravel())
    areas[0] = 0
    rows, columns = _window((areas > DUST * areas.max())[labels])
    return columns.start, rows.start, columns.stop, rows.stop


def _window(mask: Mask) -> tuple[slice, slice]:
    """The rows and columns that hold anything; of nothing, the first of each."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return slice(0, 1), slice(0, 1)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def _zoomed(ink: Floats, zoom: float) -> Floats:
    height, width = ink.shape
    size = max(1, round(width * zoom)), max(1, round(height * zoom))
    zoomed = _values(_image(ink).resize(size, Image.Resampling.BILINEAR))
    some = zoomed[zoomed > FADED]
    return np.minimum(zoomed / np.percentile(some, 75), 1.0).astype(np.float32) if len(some) else zoomed


def _parts(ink: Floats, width: float) -> Integers:
    """(h, w): the part of each pixel, from 1, in the order of their left edges, as if written in turn; or 0."""
    labels = components(ink > INK)
    areas = np.bincount(labels.ravel())
    kept = areas > SPECK * width**2
    kept[0] = False
    if kept.sum() > MOST_PARTS:
        return np.zeros_like(labels)
    parts = np.where(kept, np.cumsum(kept), 0)[labels]
    for part in range(1, int(kept.sum()) + 1):
        _cut(parts, part, width)
    return _in_turn(parts)


def _in_turn(parts: Integers) -> Integers:
    y, x = np.nonzero(parts)
    left = np.full(int(parts.max()) + 1, parts.shape[1])
    left[0] = -1
    np.minimum.at(left, parts[y, x], x)
    turn: Integers = np.argsort(np.argsort(left, kind="stable"))[parts]
    return turn


def _cut(parts: Integers, part: int, width: float) -> None:
    """Cuts one part of `parts` in place; whatever is right of a cut becomes a new part."""
    line = max(parts.shape[0], parts.shape[1] / LONGEST_LINE)
    rows, columns = _window(parts == part)
    if columns.stop - columns.start < WIDE * line or rows.stop - rows.start < FLAT * width:
        return
    inside = parts[:, columns]
    members = inside == part
    for column in cut_columns(members.sum(axis=0), NARROWEST * line, MOST_CUTS):
        inside[:, column:][members[:, column:]] = parts.max() + 1


def _strokes(parts: Integers, middle: Mask) -> tuple[tuple[Floats, ...], float]:
    """The points of each part's middle line, moved to the origin and to size 1; and how many pixels that is."""
    lines = [_points((parts == part) & middle, parts == part) for part in range(1, int(parts.max()) + 1)]
    if not lines:
        return (), 1.0
    points = np.concatenate(lines)
    low, size = points.min(axis=0), max(float(np.ptp(points, axis=0).max()), 1.0)
    return tuple((line - low) / size for line in lines), size


def _points(middle: Mask, part: Mask) -> Floats:
    """(m, 2) of x, y; of a sliver that no middle line runs through, its centre."""
    y, x = np.nonzero(middle if middle.any() else part)
    points = np.stack([x, y], axis=1).astype(np.float32)
    return points if middle.any() else points.mean(axis=0, keepdims=True)


def _image(ink: Floats) -> Image.Image:
    return Image.fromarray(np.round(ink * 255).astype(np.uint8))


def _values(image: Image.Image) -> Floats:
    values: Floats = np.asarray(image, dtype=np.float32) / np.float32(255)
    return values
