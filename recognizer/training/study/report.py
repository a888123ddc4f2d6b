"""docs/study.md, from the runs that are finished and the prose of report.md beside this module."""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recognizer.labels import DIGITS
from recognizer.training.evaluation.shares import Share
from recognizer.training.evaluation.tables import table
from recognizer.training.study.canvas import WAYS
from recognizer.training.study.measure import INK
from recognizer.training.study.nets import ARCHITECTURES, DEPTHS
from recognizer.training.study.optimisers import COMPARED, OPTIMISERS
from recognizer.training.study.pictures import HELD_OUT
from recognizer.training.study.plan import EVERY, SOME
from recognizer.training.study.results import Result
from recognizer.training.timing import Timing

PROSE = Path(__file__).with_name("report.md")
MNIST = "MNIST test"
MUST, MOONSHOT = 0.40, 0.20  # percent of MNIST's test misread by a net trained on MNIST alone
SUREST = 10


@dataclass(frozen=True, slots=True)
class Served:
    """A net as ONNX Runtime serves it."""

    size: int  # bytes
    glyph: Timing


def report(
    results: Sequence[Result], counts: Mapping[str, Sequence[int]], served: Mapping[str, Served], machine: str
) -> str:
    """The page. `counts`: by split, the pictures of each digit. `served`: by net."""
    nets = of_table(results, "nets")
    ours = nets["d"]
    return PROSE.read_text(encoding="utf-8").format(
        machine=machine,
        runs=_runs(results),
        counts=table(["MNIST", *DIGITS, "all"], [[split, *of, f"{sum(of):,}"] for split, of in counts.items()]),
        learnt=f"{EVERY:,}",
        held_out=f"{HELD_OUT:,}",
        some=f"{SOME:,}",
        nets=_nets(nets, served),
        errors=_errors(nets),
        oldest=_transfer(nets["a"][0]),
        newest=_transfer(ours[0]),
        best=Share(*ours[0].wrong[MNIST]),
        epochs=ours[0].run.epochs,
        verdict=_verdict(ours),
        grid=_grid(results),
        augmentation=_augmentation(results),
        surest=_surest(ours[0]),
        confused=_confused(ours[0]),
    )


def of_table(results: Iterable[Result], name: str) -> dict[str, list[Result]]:
    """The results of one table, by net."""
    found: dict[str, list[Result]] = {}
    for result in results:
        if result.run.table == name:
            found.setdefault(result.run.net, []).append(result)
    return dict(sorted(found.items()))


def spread(errors: Sequence[float]) -> str:
    """Mean in percent, with its spread (standard deviation) where there are several."""
    mean = f"{100 * statistics.fmean(errors):.2f}"
    return f"{mean} ± {100 * statistics.stdev(errors):.2f} %" if len(errors) > 1 else f"{mean} %"


def _runs(results: Iterable[Result]) -> str:
    often = Counter((result.run.table, result.run.net, result.run.optimiser) for result in results)
    recipes = sorted(Counter(often.values()).items())
    return ", ".join(f"{count} recipes {'once' if runs == 1 else f'{runs} times'}" for runs, count in recipes)


def _nets(nets: Mapping[str, Sequence[Result]], served: Mapping[str, Served]) -> str:
    rows = []
    for name, same in nets.items():
        run = same[0].run
        rows.append(
            [
                ARCHITECTURES[name].title,
                OPTIMISERS[run.optimiser].title,
                "yes" if run.augmented else "no",
                run.epochs,
                len(same),
                f"{statistics.fmean(result.seconds for result in same) / 60:.1f}",
                f"{same[0].parameters:,}",
                f"{served[name].size / 1000:,.0f}",
                f"{served[name].glyph.median:.2f}",
            ]
        )
    heads = ("net", "optimiser", "varied", "epochs", "runs", "minutes", "parameters", "KB", "ms a glyph")
    return table(heads, rows)


def _errors(nets: Mapping[str, Sequence[Result]]) -> str:
    sets = [MNIST, *(f"{ink}, {way}" for ink in INK for way in WAYS)]
    return table(
        ["misread", *(f"({name})" for name in nets)],
        [[name, *(spread([result.share(name) for result in same]) for same in nets.values())] for name in sets],
    )


def _transfer(result: Result) -> str:
    """One net's way from MNIST to pens, as half a sentence."""
    shares = [f"{100 * result.share(f'pendigits test, {way}'):.1f} % ({way})" for way in WAYS]
    return f"{100 * result.error:.2f} % of MNIST's test, and of the digits of pendigits {', '.join(shares)}"


def _verdict(ours: Sequence[Result]) -> str:
    error = 100 * statistics.fmean(result.error for result in ours)
    must = "met" if error <= MUST else "**missed**"
    moonshot = "met" if error <= MOONSHOT else "missed"
    return f"≤ {MUST:.2f} % {must}; moonshot ≤ {MOONSHOT:.2f} % {moonshot}"


def _grid(results: Sequence[Result]) -> str:
    cells, nets = grid_errors(results), of_table(results, "grid")
    rows = []
    for depth in DEPTHS:
        same = nets[f"depth {depth}"]
        seconds = statistics.fmean(result.seconds for result in same)
        errors = [spread(cells[depth, name]) for name in COMPARED]
        rows.append([depth, f"{same[0].parameters:,}", f"{seconds:.0f}", *errors])
    return table(["convolutions", "parameters", "seconds", *(OPTIMISERS[name].title for name in COMPARED)], rows)


def grid_errors(results: Iterable[Result]) -> dict[tuple[int, str], list[float]]:
    """Shares of MNIST's test misread, by depth and optimiser."""
    found: dict[tuple[int, str], list[float]] = {}
    for name, same in of_table(results, "grid").items():
        for result in same:
            found.setdefault((int(name.split()[1]), result.run.optimiser), []).append(result.error)
    return found


def _augmentation(results: Sequence[Result]) -> str:
    plain, varied = of_table(results, "nets"), of_table(results, "augmentation")
    rows = []
    for name in varied:
        for of in (MNIST, "pendigits test, as MNIST was made", "pendigits test, our rendering"):
            errors = [spread([result.share(of) for result in same]) for same in (plain[name], varied[name])]
            rows.append([f"({name}), {of}", *errors])
    return table(["net, set", "as they are", "varied"], rows)


def _surest(result: Result) -> str:
    return ", ".join(
        f"no. {at} ({truth} as {read}, {100 * sure:.0f} %)" for at, truth, read, sure in result.misread[:SUREST]
    )


def _confused(result: Result) -> str:
    pairs = Counter((truth, read) for _, truth, read, _ in result.misread)
    return ", ".join(f"{truth} read as {read} ({count})" for (truth, read), count in pairs.most_common(5))
