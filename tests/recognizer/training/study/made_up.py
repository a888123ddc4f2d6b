"""Results of runs that nobody ran."""

from recognizer.training.study.canvas import WAYS
from recognizer.training.study.measure import INK
from recognizer.training.study.plan import Run
from recognizer.training.study.results import Result


def result(run: Run, missed: int = 50) -> Result:
    """Of MNIST's test `missed` pictures are misread, nines as fours, and of each pen set a tenth."""
    confusion = [[1_000 if truth == read else 0 for read in range(10)] for truth in range(10)]
    confusion[9][9], confusion[9][4] = 1_000 - missed, missed
    return Result(
        run=run,
        parameters=1_234,
        seconds=90.0,
        curve=tuple((1 / epoch, 100 // epoch) for epoch in range(1, run.epochs + 1)),
        wrong={"MNIST test": (missed, 10_000)} | {f"{ink}, {way}": (100, 1_000) for ink in INK for way in WAYS},
        confusion=tuple(map(tuple, confusion)),
        misread=tuple((at, 9, 4, 0.9) for at in range(missed)),
    )
