"""How long reading takes on this machine, and how long older readers take. `make bench`."""

import io
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from quizzes.rules.grammar import FORMATS
from recognizer.classifier import Classifier
from recognizer.ink import Ink
from recognizer.raster import CHANNELS, SIDE
from recognizer.reader import Reader
from recognizer.training.study.canvas import squeezed
from recognizer.training.timing import Timing, summed_up, timed
from recognizer.writing import traced
from tests.bench.inks import FRACTION, Answers, answers
from tests.bench.older import older_nets
from tests.bench.over_http import asked, browser, flask_site
from tests.e2e.serving import served
from tests.recognizer.handwriting import WEIGHTS

STAGES = ("groups", "render", "net", "decode", "whole")
ONE_BY_ONE = 300
OURS = {"this site's": WEIGHTS}
ROUNDS = 3  # of requests with all single digits


def main() -> None:
    inks, source = answers()
    print(f"Milliseconds, median / 95th percentile. Ink: {source}.\n")
    print("An answer read on one core, by the clock:")
    print(columns(["answer", *STAGES, "answers a second"], in_process(Reader.load(WEIGHTS), inks)))
    with tempfile.TemporaryDirectory() as place:
        nets, what = older_nets(Path(place))
        print(f"\nOne digit by ONNX Runtime, its picture given, in processor time. Nets of older readers: {what}.")
        print(columns(["net", "KB", "a digit"], [alone(name, path) for name, path in (OURS | nets).items()]))
        print("\nOne digit asked of a server on this machine by one browser, by the clock:")
        print(columns(["server", "a request", "requests a second"], over_http(inks["1 digit"], nets, Path(place))))


def in_process(reader: Reader, inks: Answers) -> list[list[str]]:
    rows = []
    for kind, written in inks.items():
        acceptor = FORMATS["fraction" if kind == FRACTION else "whole"].acceptor
        reader.explain(written[0], acceptor)
        spent = [reader.explain(ink, acceptor).milliseconds for ink in written]
        stages = [summed_up(each[stage] for each in spent) for stage in STAGES]
        rows.append([kind, *map(str, stages), f"{stages[-1].a_second:,.0f}"])
    return rows


def alone(name: str, path: Path) -> list[str]:
    model = path.read_bytes()
    net, glyph = Classifier(model, temperature=1.0), np.zeros((1, CHANNELS, SIDE, SIDE), np.float32)
    return [name, f"{len(model) / 1000:,.0f}", str(timed([lambda: net.log_probabilities(glyph)] * ONE_BY_ONE))]


def over_http(digits: Sequence[Ink], nets: dict[str, Path], place: Path) -> list[list[str]]:
    bodies = [json.dumps({"strokes": ink.to_json(), "format": "whole"}).encode() for ink in digits]
    with served(place) as site:
        spent = asked(f"{site.url}/api/read/", bodies * ROUNDS, browser(site.url))
    rows = [_row("this site: ink to POST /api/read/", spent)]
    pictures = [png(ink) for ink in digits]
    for name, path in nets.items():
        with flask_site(path) as url:
            spent = asked(f"{url}/predict", pictures * ROUNDS, {"Content-Type": "image/png"})
        rows.append(_row(f"{name}: PNG of 28×28 to Flask", spent))
    return rows


def png(ink: Ink) -> bytes:
    """The picture that an older page would send: its canvas squeezed."""
    data = io.BytesIO()
    Image.fromarray(squeezed([traced(ink)])[0]).save(data, "PNG")
    return data.getvalue()


def columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Aligned text: names to the left, figures to the right."""
    names, *figures = zip(heads, *rows, strict=True)
    aligned = [_padded(names, str.ljust), *(_padded(column, str.rjust) for column in figures)]
    return "\n".join("  ".join(line).rstrip() for line in zip(*aligned, strict=True))


def _padded(cells: Sequence[str], aside: Callable[[str, int], str]) -> list[str]:
    widest = max(map(len, cells))
    return [aside(cell, widest) for cell in cells]


def _row(name: str, spent: Timing) -> list[str]:
    return [name, str(spent), f"{spent.a_second:,.0f}"]


if __name__ == "__main__":
    main()
