"""Ink from paper: how much ink each pixel of a picture holds, whatever the light and whichever of the two is dark."""

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from recognizer.raster import Floats

EVEN = 0.1  # of the contrast: paper that differs less from place to place is lit evenly
PLACES = 16  # along the edge of the picture, where there is little ink
LEAST_CONTRAST = 16.0  # of 255: fainter marks are the paper's own
LEAST_SEPARATION = 0.7  # of the variance is between ink and paper; of mere noise it is 0.64
OVERVIEW = 48  # pixels to the longest side, where paper is told from ink: strokes are gone from it
_WINDOW = 9  # of them, in which there is some paper


def ink_of(greys: Floats) -> Floats:
    """(h, w): from 0.0, paper, to 1.0, ink, of greys from 0 to 255. All zero where there is no ink to be seen."""
    darkness = _darkness(greys)
    threshold, separation = otsu(darkness)
    inside = darkness > threshold
    if separation < LEAST_SEPARATION or not inside.any():
        return np.zeros_like(darkness)
    full = float(np.percentile(darkness[inside], 75))
    faint = min(3.0 * _spread(darkness[~inside]), threshold / 2)
    if full < LEAST_CONTRAST:
        return np.zeros_like(darkness)
    ink: Floats = np.clip((darkness - faint) / (full - faint), 0.0, 1.0)
    return ink


def otsu(values: Floats) -> tuple[float, float]:
    """The threshold that parts values from 0 to 255 best in two, and the share of their variance that it explains.

    N. Otsu, "A threshold selection method from gray-level histograms", 1979.
    """
    counts, edges = np.histogram(values, bins=256, range=(0.0, 255.0))
    share = counts / counts.sum()
    middle = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(share)
    mean = np.cumsum(share * middle)
    parts = below * (1.0 - below)
    between = np.divide((mean[-1] * below - mean) ** 2, parts, out=np.zeros_like(parts), where=parts > 1e-9)
    variance = float((share * (middle - mean[-1]) ** 2).sum())
    best = int(between.argmax())
    return float(edges[best + 1]), float(between[best]) / max(variance, 1e-9)


def _darkness(greys: Floats) -> Floats:
    """How far each pixel is from the paper towards the ink, 0 to 255."""
    paper = _even_paper(greys)
    if paper is not None:
        away = greys - paper
        return _clipped(away if (away**3).sum() > 0 else -away)
    light = _clipped(greys - _paper_under(greys, light=False))
    over = _paper_under(greys, light=True)
    dark = _clipped((over - greys) * (255 / np.maximum(over, 1.0)))
    return max(light, dark, key=lambda darkness: otsu(darkness)[1])  # the wrong one holds halos and holes, in all greys


def _even_paper(greys: Floats) -> float | None:
    """The grey of the paper, by the picture's edge; None where it differs from place to place."""
    edge = np.concatenate([greys[0], greys[1:, -1], greys[-1, -2::-1], greys[-2:0:-1, 0]])
    places = [float(np.median(part)) for part in np.array_split(edge, PLACES)]
    low, high = np.percentile(places, [20, 80])
    contrast = np.ptp(np.percentile(greys, [1, 99]))
    return float(np.median(edge)) if high - low <= EVEN * contrast else None


def _paper_under(greys: Floats, *, light: bool) -> Floats:
    """What the paper alone would look like: a small copy, with all that is narrower than a window closed."""
    height, width = greys.shape
    shrink = max(1.0, max(height, width) / OVERVIEW)
    small = (max(1, round(width / shrink)), max(1, round(height / shrink)))
    overview = Image.fromarray(greys).resize(small, Image.Resampling.BOX).convert("L")
    grow, shrink_back = ImageFilter.MaxFilter(_WINDOW), ImageFilter.MinFilter(_WINDOW)
    first, then = (grow, shrink_back) if light else (shrink_back, grow)
    paper = overview.filter(first).filter(then).filter(ImageFilter.BoxBlur(1)).convert("F")
    return np.asarray(paper.resize((width, height), Image.Resampling.BILINEAR), dtype=np.float32)


def _clipped(values: npt.NDArray[np.floating]) -> Floats:
    clipped: Floats = np.clip(values, 0.0, 255.0).astype(np.float32)
    return clipped


def _spread(values: Floats) -> float:
    """The standard deviation that a normal distribution of the same quartiles has: a little ink does not count."""
    low, high = np.percentile(values, [25, 75]) if len(values) else (0.0, 0.0)
    return float(high - low) / 1.349
