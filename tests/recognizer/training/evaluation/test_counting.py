import pytest

from recognizer.training.evaluation import counting
from recognizer.training.evaluation.counting import by_writer, calibration, confusion, mirror, parted, rejecting
from recognizer.training.evaluation.figures import Mirrored
from recognizer.training.measure import Verdict
from tests.recognizer.training.evaluation.reads import read


def test_reads_are_parted_by_a_key_in_order() -> None:
    parts = parted(
        [read("22", "22", 1), read("1", "1", 1), read("33", "33", 1)], lambda each: str(len(each.answer.text))
    )
    assert {key: [each.answer.text for each in reads] for key, reads in parts.items()} == {
        "1": ["1"],
        "2": ["22", "33"],
    }


def test_the_worst_writer_is_the_one_with_the_greatest_share_misread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "LEAST_OF_A_WRITER", 2)
    reads = [
        *[read("7", "7", 0.9, writer="neat")] * 4,
        *[read("7", "1", 0.9, writer="hasty"), read("7", "7", 0.9, writer="hasty")],
        *[read("7", "1", 0.9, writer="many"), *[read("7", "7", 0.9, writer="many")] * 9],
        read("7", "1", 0.9, writer="seen once"),
    ]
    found = by_writer("a set", reads)
    assert (found.writers, found.faultless, found.compared) == (4, 1, 3)
    assert (found.worst, found.worst_wrong, found.worst_answers) == ("hasty", 1, 2)
    assert (found.spread[0], found.spread[10], found.spread[-1]) == (0.0, 10.0, 50.0)


def test_the_least_certain_are_set_aside_first() -> None:
    verdicts = [Verdict("1", "1", 0.9)] * 80 + [Verdict("1", "7", 0.5)] * 10 + [Verdict("1", "1", 0.1)] * 10
    curve = dict(rejecting(verdicts))
    assert (curve[0], curve[0.1], curve[0.2]) == (0.1, 0.11111, 0.0)


def test_calibration_has_a_row_for_each_tenth_in_use() -> None:
    verdicts = [Verdict("1", "1", 1.0), Verdict("1", "7", 0.92), Verdict("1", "1", 0.05)]
    assert calibration(verdicts) == [(0.05, 1.0, 1), (0.96, 0.5, 2)]


def test_confusion_counts_what_was_written_against_what_was_read() -> None:
    counts = confusion([Verdict("4", "9", 0.8), Verdict("4", "4", 0.8), Verdict("4", "4", 0.1)], ask=0.3)
    assert counts[4] == (0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1)
    assert sum(map(sum, counts)) == 3


def test_a_mirrored_digit_is_credited_noticed_or_taken_for_another() -> None:
    before = [read("3", "3", 0.9).outcome, read("2", "2", 0.9, mirrored=True).outcome]
    after = [
        read("3", "3", 0.7, mirrored=True).outcome,
        read("3", "3", 0.7).outcome,
        read("3", "3", 0.1, mirrored=True).outcome,
        read("2", "5", 0.95).outcome,
        read("2", "5", 0.5).outcome,
    ]
    assert mirror(before, after, sure=0.9, ask=0.3) == Mirrored(
        answers=5, credited=2, noticed=1, taken_for_another=1, written=2, suspected=1
    )
