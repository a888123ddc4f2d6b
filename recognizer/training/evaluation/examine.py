"""One examination of the reader: every set read, every figure taken."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from recognizer.training import pictures
from recognizer.training.evaluation import counting, robustness, sets
from recognizer.training.evaluation.figures import Figures, Latency, Pictured, Refused, Row
from recognizer.training.evaluation.reading import Examinee, Outcome, Read
from recognizer.training.evaluation.sets import Paper
from recognizer.training.formats import admits
from recognizer.training.measure import refusals, tally

SINGLE_DIGITS = (sets.PENDIGITS, sets.TOUCH, sets.CROHME_DIGITS)
DRAWN_AS_CURVES = (*((name, "digit") for name in SINGLE_DIGITS), (sets.INTEGERS, "whole"), (sets.FRACTIONS, "fraction"))
TIMED = 200  # answers of each length
LEAST_OF_A_SOURCE = 100  # answers


@dataclass
class Examination:
    """The examinee, and what it has read so far by set and format."""

    examinee: Examinee
    say: Callable[[str], None]
    reads: dict[tuple[str, str], list[Read]] = field(default_factory=dict)

    def figures(self) -> Figures:
        return Figures(
            sets=tuple(row for paper in (*sets.written(), *sets.composed()) for row in self._rows(paper)),
            sources=tuple(self._sources()),
            lengths=tuple(self._lengths()),
            refused=tuple(row for paper in sets.nothing() for row in self._refused(paper)),
            changed=tuple(robustness.changed(self.examinee, self.say)),
            mirrored=robustness.mirrored(self.examinee),
            writers=tuple(counting.by_writer(name, self.reads[name, "digit"]) for name in SINGLE_DIGITS),
            curves=tuple(counting.curves(name, self.outcomes(name, form)) for name, form in DRAWN_AS_CURVES),
            confusion=counting.confusion(
                [outcome for name in SINGLE_DIGITS for outcome in self.outcomes(name, "digit")],
                self.examinee.card.ask,
            ),
            latency=tuple(self._latency()),
            pictures=tuple(self._pictures()),
        )

    def outcomes(self, name: str, form: str) -> list[Outcome]:
        return [read.outcome for read in self.reads[name, form]]

    def _rows(self, paper: Paper) -> Iterator[Row]:
        for form in paper.formats:
            reads = self.reads[paper.name, form] = self._read(paper, form)
            yield self._row(paper.name, form, reads)
            admitted = [read for read in reads if admits(form, read.answer.text or "")]
            if 0 < len(admitted) < len(reads):
                yield self._row(paper.name + sets.ADMITTED, form, admitted)

    def _refused(self, paper: Paper) -> Iterator[Refused]:
        for form in paper.formats:
            outcomes = [read.outcome for read in self._read(paper, form)]
            yield Refused(paper.name, form, refusals(outcomes, self.examinee.card))

    def _read(self, paper: Paper, form: str) -> list[Read]:
        began = time.monotonic()
        reads = self.examinee.read(paper.answers, form)
        self.say(f"{paper.name}, {form}: {len(reads):,} in {time.monotonic() - began:.0f} s")
        return reads

    def _row(self, name: str, form: str, reads: Sequence[Read]) -> Row:
        return Row(name, form, tally([read.outcome for read in reads], self.examinee.card))

    def _sources(self) -> Iterator[Row]:
        """Single digits by device, or by collection where the device is not told."""
        for name in (*SINGLE_DIGITS, sets.UNIPEN_DIGITS):
            for source, reads in counting.parted(self.reads[name, "digit"], lambda read: read.answer.source).items():
                if len(reads) >= LEAST_OF_A_SOURCE:
                    yield self._row(f"{name}: {source}", "digit", reads)

    def _lengths(self) -> Iterator[Row]:
        """Whole numbers by how many digits they have."""
        for name in (sets.INTEGERS, sets.PENDIGIT_STRINGS, sets.TOUCH_STRINGS):
            for length, reads in self._by_length(self.reads[name, "whole"]).items():
                yield self._row(f"{name}: {length} digits", "whole", reads)

    def _latency(self) -> Iterator[Latency]:
        single, strings = self.reads[sets.PENDIGITS, "digit"], self.reads[sets.PENDIGIT_STRINGS, "whole"]
        yield counting.latency("1 digit", "digit", [read.outcome for read in single[:TIMED]])
        for length, reads in self._by_length(strings).items():
            yield counting.latency(f"{length} digits", "whole", [read.outcome for read in reads[:TIMED]])
        for form in ("fraction", "number"):
            yield counting.latency("a fraction", form, self.outcomes(sets.FRACTIONS, form)[:TIMED])

    def _pictures(self) -> Iterator[Pictured]:
        for name, counts in pictures.measured(self.examinee.served).items():
            self.say(f"{name}: {counts['answers']:,} pictures")
            yield Pictured(name, **counts)

    def _by_length(self, reads: Sequence[Read]) -> dict[str, list[Read]]:
        """Up to the longest that the format admits, and the longer ones together."""
        return counting.parted(reads, lambda read: _length(read.answer.text or ""))


def _length(text: str) -> str:
    return str(len(text)) if len(text) <= sets.LONGEST_STRING else f"more than {sets.LONGEST_STRING}"
