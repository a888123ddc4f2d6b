"""The accepted samples as lines of the research data."""

import io
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from quizzes.models import Donation
from quizzes.services.donations import give_ink, give_picture
from tests.quizzes.api.asking import ink
from tests.recognizer.pictures import drawn, file

pytestmark = pytest.mark.django_db

SLASH, BAR = [[60, 0], [20, 100]], [[0, 50], [100, 55]]


def export(folder: Path) -> list[dict[str, Any]]:
    file = folder / "donated.jsonl"
    call_command("export_donations", str(file), stdout=io.StringIO())
    return [json.loads(line) for line in file.read_text().splitlines()]


def accepted(**fields: Any) -> Donation:
    """One that is accepted, with the least that a row needs."""
    return Donation.objects.create(
        **{
            "strokes": [[[0, 0]]],
            "format": "whole",
            "read_as": "",
            "decision": "unread",
            "weights": "w",
            "text": "1",
            "given_on": "2026-11-20",
            "state": "accepted",
            "decided_at": timezone.now(),
            "digest": str(Donation.objects.count()),
            "removal_digest": str(Donation.objects.count()),
            **fields,
        }
    )


def test_only_what_was_accepted_is_exported(tmp_path: Path) -> None:
    for text, state in (("42", "accepted"), ("43", "rejected"), ("44", "new")):
        give_ink(strokes=ink(text), format="whole", text=text)
        decided = None if state == "new" else timezone.now()
        Donation.objects.filter(text=text).update(state=state, decided_at=decided)
    (line,) = export(tmp_path)
    kept = Donation.objects.get(text="42")
    assert line == {
        "text": "42",
        "strokes": ink("42"),
        "segments": None,
        "writer": f"donation-{kept.pk}",
        "split": "train",
        "format": "whole",
        "read_as": "42",
        "decision": "sure",
        "weights": kept.weights,
    }


def test_a_picture_is_exported_as_a_data_address(tmp_path: Path) -> None:
    give_picture(data=file(drawn("42")), format="whole", text="42")
    Donation.objects.update(state="accepted", decided_at=timezone.now())
    (line,) = export(tmp_path)
    kind, _, content = line["picture"].partition(",")
    assert kind == "data:image/png;base64"
    assert b64decode(content).startswith(b"\x89PNG")
    assert "strokes" not in line


@pytest.mark.parametrize(
    ("format", "text", "stroke", "exported", "label"),
    [
        ("fraction", "1/2", BAR, r"\frac{1}{2}", {"label": "-", "role": "fraction_bar", "strokes": [0]}),
        ("fraction", "1/2", SLASH, "1/2", {"label": "/", "strokes": [0]}),
        ("mixed", "-1 1/2", BAR, r"-1\frac{1}{2}", {"label": "-", "role": "fraction_bar", "strokes": [0]}),
    ],
)
def test_a_fraction_is_labelled_as_the_data_labels_it(
    tmp_path: Path, format: str, text: str, stroke: Any, exported: str, label: dict[str, object]
) -> None:
    accepted(format=format, text=text, strokes=[stroke], segments=[{"label": "/", "strokes": [0]}])
    (line,) = export(tmp_path)
    assert (line["text"], line["segments"]) == (exported, [label])


def test_a_sum_is_labelled_as_the_data_labels_it(tmp_path: Path) -> None:
    accepted(format="expression", text="12×7÷2", segments=[{"label": "×", "strokes": [0]}])
    (line,) = export(tmp_path)
    assert (line["text"], line["segments"]) == (
        r"1 2 \times 7 \div 2",
        [{"label": r"\times", "strokes": [0]}],
    )


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "donated.jsonl").write_text("precious")
    with pytest.raises(CommandError, match="Nothing was exported"):
        export(tmp_path)
    assert (tmp_path / "donated.jsonl").read_text() == "precious"
