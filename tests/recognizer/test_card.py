import json
import shutil
from pathlib import Path

import pytest

from recognizer.card import WeightsAltered, WeightsMissing, load_weights
from recognizer.decode import MEASURES
from recognizer.labels import LABELS
from recognizer.reader import Reader
from tests.recognizer.handwriting import WEIGHTS


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    shutil.copy(WEIGHTS, tmp_path / "reader.onnx")
    shutil.copy(WEIGHTS.with_suffix(".json"), tmp_path / "reader.json")
    return tmp_path / "reader.onnx"


def altered(weights: Path, **facts: object) -> None:
    card = weights.with_suffix(".json")
    card.write_text(json.dumps(json.loads(card.read_text(encoding="utf-8")) | facts), encoding="utf-8")


def test_the_card_of_the_repository_describes_its_weights() -> None:
    model, card = load_weights(WEIGHTS)
    facts = json.loads(WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))
    assert facts["size"] == len(model) <= 1_000_000
    assert facts["version"] == card.version == f"{facts['date'][:4]}.{facts['date'][5:7]}-{facts['sha256'][:8]}"
    assert set(card.odds) == set(MEASURES)
    assert 0 < card.ask < card.sure < 1
    assert all(source["licence"] and len(source["sha256"]) == 64 for source in facts["sources"])


@pytest.mark.parametrize("lost", [".onnx", ".json"])
def test_missing_weights_are_named_with_what_to_do(weights: Path, lost: str) -> None:
    gone = weights.with_suffix(lost)
    gone.unlink()
    with pytest.raises(WeightsMissing) as missing:
        load_weights(weights)
    assert missing.value.path == gone
    assert str(missing.value) == (
        f"The reader's weights are not at {gone}. Restore the file from the repository "
        "(`git checkout -- models`), or make new weights with `make train`."
    )


def test_altered_weights_are_not_read_with(weights: Path) -> None:
    weights.write_bytes(weights.read_bytes() + b"\0")
    with pytest.raises(WeightsAltered, match=r"its sha256 is [0-9a-f]{12}…, and the card has [0-9a-f]{12}…"):
        load_weights(weights)


def test_weights_of_other_classes_are_not_read_with(weights: Path) -> None:
    altered(weights, labels=[*LABELS[:-1], "minus", LABELS[-1]])
    with pytest.raises(WeightsAltered, match=r"its classes are 0 1 2 3 4 5 6 7 8 9 \S.* € minus junk"):
        load_weights(weights)


@pytest.mark.parametrize("facts", [{"thresholds": {}}, {"temperature": None}, {"odds": []}, {"labels": 3}])
def test_a_card_that_lacks_its_numbers_is_refused(weights: Path, facts: dict) -> None:
    altered(weights, **facts)
    with pytest.raises(WeightsAltered, match="it cannot be understood"):
        load_weights(weights)


def test_a_card_that_is_no_json_is_refused(weights: Path) -> None:
    weights.with_suffix(".json").write_text("{", encoding="utf-8")
    with pytest.raises(WeightsAltered, match="it cannot be understood"):
        load_weights(weights)


def test_a_card_without_the_odds_of_this_decoder_is_refused(weights: Path) -> None:
    altered(weights, odds={"group": 1.0, "nothing": 2.0})
    with pytest.raises(WeightsAltered, match=r"it lacks the odds of colon_form, .*, gap, interrupted"):
        Reader.load(weights)


def test_the_page_about_the_reader_is_about_these_weights() -> None:
    page = (WEIGHTS.parents[1] / "docs" / "reader.md").read_text(encoding="utf-8")
    assert f"**{load_weights(WEIGHTS)[1].version}**" in page
