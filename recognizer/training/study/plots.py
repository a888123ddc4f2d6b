"""The plots of docs/study.md, and two sheets of MNIST for var/ alone: samples of research data are not committed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from recognizer import templates
from recognizer.labels import DIGITS
from recognizer.raster import trace
from recognizer.training.evaluation.plots import STYLE
from recognizer.training.study.canvas import WAYS
from recognizer.training.study.nets import DEPTHS
from recognizer.training.study.optimisers import COMPARED, OPTIMISERS
from recognizer.training.study.pictures import HELD_OUT
from recognizer.training.study.results import Result

DARK, BLUE, SUN, RED, GREEN = "#14213D", "#2C5FA8", "#FFC845", "#C8412B", "#1F7A5C"
NET_COLOURS = {"a": BLUE, "b": RED, "c": SUN, "d": GREEN}


def save(figures: Mapping[str, Figure], folder: Path) -> None:
    """Writes each figure by its name, as `plots.svg` or `sheet.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context(STYLE):
        for name, figure in figures.items():
            metadata = {"Date": None} if name.endswith(".svg") else {}
            figure.savefig(folder / name, bbox_inches="tight", facecolor="white", metadata=metadata)


def classes(counts: Mapping[str, Sequence[int]]) -> Figure:
    """How many pictures there are of each digit."""
    figure, axes = _one(6.5, 2.6)
    at = np.arange(len(DIGITS))
    for (split, of), side, colour in zip(counts.items(), (-0.2, 0.2), (BLUE, SUN), strict=True):
        axes.bar(at + side, of, 0.4, color=colour, label=split)
    axes.set_xticks(at, DIGITS)
    axes.set_ylabel("pictures")
    axes.legend(ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return figure


def means(images: np.ndarray, labels: np.ndarray) -> Figure:
    """The mean of all pictures of each digit, which is nobody's writing."""
    return _sheet([images[labels == digit].mean(axis=0) for digit in range(len(DIGITS))], DIGITS, len(DIGITS))


def ways() -> Figure:
    """The project's own ink, in a row for each way of making a picture of it."""
    strokes = [[trace(stroke) for stroke in templates.write(digit, Random(4))] for digit in DIGITS]
    figure = _sheet([picture for drawn in WAYS.values() for picture in drawn(strokes)], (), len(DIGITS))
    for axes, way in zip(figure.axes[:: len(DIGITS)], WAYS, strict=True):
        axes.text(-0.2, 0.5, way.replace(" ", "\n", 1), ha="right", va="center", transform=axes.transAxes)
    return figure


def grid(errors: Mapping[tuple[int, str], Sequence[float]]) -> Figure:
    """Shares misread by depth and optimiser: their mean, and from the least to the most."""
    figure, axes = _one(6.5, 3.2)
    for index, (name, colour) in enumerate(zip(COMPARED, (BLUE, RED, GREEN, DARK), strict=True)):
        found = [100 * np.array(errors[depth, name]) for depth in DEPTHS]
        middle = np.array([each.mean() for each in found])
        reach = [middle - [each.min() for each in found], [each.max() for each in found] - middle]
        at = np.array(DEPTHS) + 0.06 * (index - 1.5)
        axes.errorbar(at, middle, reach, fmt="o-", color=colour, capsize=2, ms=4, label=OPTIMISERS[name].title)
    axes.set(xticks=DEPTHS, xlabel="convolutions", ylabel="MNIST test misread, %", ylim=(0, None))
    axes.legend(loc="lower left")
    return figure


def curves(results: Iterable[Result]) -> Figure:
    """What each net misreads of the pictures held out, epoch by epoch."""
    figure, axes = _one(6.5, 3.4)
    for result in results:
        run = result.run
        label = f"({run.net}){', varied' if run.augmented else ''}"
        errors = [100 * wrong / HELD_OUT for _, wrong in result.curve]
        style = "-" if run.augmented else "--"
        axes.plot(range(1, len(errors) + 1), errors, style, marker=".", color=NET_COLOURS[run.net], label=label)
    axes.set(xlabel="epoch", ylabel="held out misread, %", yscale="log")
    axes.set_yticks([0.3, 0.5, 1, 2, 5, 10, 30], ["0.3", "0.5", "1", "2", "5", "10", "30"])
    axes.minorticks_off()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(ncols=3, loc="upper right")
    return figure


def transfer(results: Sequence[Result]) -> Figure:
    """What each net misreads of MNIST's test, and of the same pen digits by the way they become pictures."""
    figure, axes = _one(6.5, 3.2)
    sets = ["MNIST test", *(f"pendigits test, {way}" for way in WAYS)]
    width = 0.8 / len(sets)
    for index, (name, colour) in enumerate(zip(sets, (DARK, RED, SUN, GREEN), strict=True)):
        at = np.arange(len(results)) + (index - (len(sets) - 1) / 2) * width
        bars = axes.bar(at, [100 * result.share(name) for result in results], 0.9 * width, color=colour, label=name)
        axes.bar_label(bars, fmt="%.1f", fontsize=8)
    axes.set_xticks(range(len(results)), [f"({result.run.net})" for result in results])
    axes.set_ylabel("misread, %")
    axes.legend(ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return figure


def confusion(counts: Sequence[Sequence[int]]) -> Figure:
    """Misread digits: rows are what was written. What was read right is left out."""
    misread = np.array(counts)
    np.fill_diagonal(misread, 0)
    figure, axes = _one(3.8, 3.6)
    axes.imshow(misread, cmap=LinearSegmentedColormap.from_list("paper", ["#FFFFFF", SUN, RED]))
    for (written, read), count in np.ndenumerate(misread):
        if count:
            axes.text(read, written, str(count), ha="center", va="center")
    axes.set(xlabel="read as", ylabel="written")
    axes.set_xticks(range(len(DIGITS)), DIGITS)
    axes.set_yticks(range(len(DIGITS)), DIGITS)
    axes.grid(visible=False)
    return figure


def samples(images: np.ndarray, labels: np.ndarray, each: int = 12) -> Figure:
    """A row of real pictures for each digit."""
    rows = [np.flatnonzero(labels == digit)[:each] for digit in range(len(DIGITS))]
    return _sheet(images[np.concatenate(rows)], (), each)


def misread(result: Result, images: np.ndarray, most: int = 40) -> Figure:
    """The misread pictures of MNIST's test, the surest first."""
    chosen = result.misread[:most]
    titles = [f"{truth} as {read}\n{100 * sure:.0f} %" for _, truth, read, sure in chosen]
    return _sheet([images[at] for at, *_ in chosen], titles, 10)


def _one(width: float, height: float) -> tuple[Figure, Axes]:
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(width, height))
        return figure, figure.subplots()


def _sheet(pictures: Sequence[np.ndarray] | np.ndarray, titles: Sequence[str], across: int) -> Figure:
    """Pictures as ink on paper, in rows of `across`."""
    down = -(-len(pictures) // across)
    figure = Figure(figsize=(0.7 * across, (0.95 if titles else 0.7) * down))
    places = figure.subplots(down, across, squeeze=False).flat
    for at, axes in enumerate(places):
        axes.set_axis_off()
        if at < len(pictures):
            axes.imshow(255 - pictures[at], cmap="gray", vmin=0, vmax=255, interpolation="nearest")
        if at < len(titles):
            axes.set_title(titles[at], fontsize=8)
    return figure
