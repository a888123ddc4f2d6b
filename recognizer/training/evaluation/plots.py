"""The plots of docs/reader.md, as small SVG files."""

from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from recognizer.labels import DIGITS
from recognizer.training.evaluation.changes import SERIES
from recognizer.training.evaluation.figures import Figures

STYLE = {
    "svg.fonttype": "none",  # text stays text: smaller, and a reader can search it
    "svg.hashsalt": "astro",  # the same figures give the same file
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.3,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
}


def draw_all(figures: Figures, folder: Path) -> list[Path]:
    """Writes every plot into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with mpl.rc_context(STYLE):
        for name, draw in PLOTS.items():
            drawn.append(folder / f"{name}.svg")
            draw(figures).savefig(drawn[-1], metadata={"Date": None})
    return drawn


def reject(figures: Figures) -> Figure:
    picture, axes = _one("share asked about or unread, the least certain first, %", "wrong among the rest, %")
    for curve in figures.curves:
        shares, errors = np.array(curve.reject).T * 100
        axes.plot(shares, errors, marker=".", label=curve.set)
    axes.legend()
    return picture


def calibration(figures: Figures) -> Figure:
    picture, axes = _one("confidence", "share right")
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    for curve in figures.curves:
        confidence, right, answers = np.array(curve.calibration).T
        (line,) = axes.plot(confidence, right, label=curve.set, alpha=0.7)
        axes.scatter(confidence, right, s=4 + 12 * np.log10(answers), color=line.get_color())
    axes.legend()
    return picture


def confusion(figures: Figures) -> Figure:
    """Every row is a digit; the diagonal is left white, so that misreads are seen."""
    counts = np.array(figures.confusion)
    off = counts.copy()
    np.fill_diagonal(off, 0)
    picture = Figure(figsize=(5.5, 4.6))
    axes = picture.subplots()
    axes.imshow(off, cmap="Reds", vmax=max(1, off.max()))
    for (row, column), count in np.ndenumerate(counts):
        if count:
            dark = off[row, column] > off.max() / 2
            axes.text(column, row, str(count), ha="center", va="center", size=7, color="white" if dark else "black")
    axes.set_xticks(range(len(DIGITS) + 1), [*DIGITS, "unread"])
    axes.set_yticks(range(len(DIGITS)), DIGITS)
    axes.set(xlabel="read as", ylabel="written")
    axes.grid(visible=False)
    return picture


def writers(figures: Figures) -> Figure:
    picture, axes = _one("writers, the best first, %", "misread, %")
    for each in figures.writers:
        label = f"{each.set} ({each.compared} writers of {each.least} digits or more)"
        axes.plot(np.linspace(0, 100, len(each.spread)), each.spread, marker=".", label=label)
    axes.legend()
    return picture


def changes(figures: Figures) -> Figure:
    """A small plot for each series that has degrees."""
    shown = [series for series in SERIES if len(series.amounts) > 2]
    picture = Figure(figsize=(10, 5))
    grid = picture.subplots(2, -(-len(shown) // 2), sharey=True)
    for axes, series in zip(grid.flat, shown, strict=False):
        mine = [row for row in figures.changed if row.series == series.name]
        for name in dict.fromkeys(row.row.set for row in mine):
            points = sorted((row.amount, row.row.tally) for row in mine if row.row.set == name)
            errors = [100 * tally.wrong / tally.answers for _, tally in points]
            axes.plot([amount for amount, _ in points], errors, marker=".", label=name)
        axes.set(title=series.name, xlabel=series.unit, yscale="symlog", ylim=(0, 100))
    for axes in grid[:, 0]:
        axes.set_ylabel("wrong, %")
    for axes in list(grid.flat)[len(shown) :]:
        axes.set_axis_off()
    picture.legend(*grid.flat[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)
    return picture


def latency(figures: Figures) -> Figure:
    picture, axes = _one("milliseconds of one core", "")
    names = [f"{row.answer} ({row.format})" for row in figures.latency]
    places = np.arange(len(names))
    axes.barh(places, [row.p95 for row in figures.latency], color="#c6d4ec", label="95th percentile")
    axes.barh(places, [row.median for row in figures.latency], height=0.5, color="#1f4e9c", label="median")
    axes.set_yticks(places, names)
    axes.invert_yaxis()
    axes.legend()
    return picture


PLOTS: dict[str, Callable[[Figures], Figure]] = {
    draw.__name__: draw for draw in (reject, calibration, confusion, writers, changes, latency)
}


def _one(across: str, up: str) -> tuple[Figure, Axes]:
    picture = Figure(figsize=(6.5, 3.8))
    axes = picture.subplots()
    axes.set(xlabel=across, ylabel=up)
    return picture, axes
