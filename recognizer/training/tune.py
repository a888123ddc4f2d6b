"""The numbers that go with a net, chosen on writers whom it never saw (`valid`), and the card that holds them."""

import hashlib
import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from quizzes.rules.grammar import FORMATS
from recognizer.card import Card
from recognizer.classifier import Classifier
from recognizer.labels import JUNK, LABELS
from recognizer.raster import render, trace
from recognizer.reader import Reader
from recognizer.templates import scribble
from recognizer.training import data
from recognizer.training.corpus import INK_SETS
from recognizer.training.data import ROOT, Sample
from recognizer.training.fit import Recipe
from recognizer.training.measure import Verdict, above, judge
from recognizer.training.odds import Lattice, fit_odds, lattices
from recognizer.training.strings import strings

RIGHT_BUT_ASKED = 0.027  # of the answers read right, at most: beyond this a child tires of questions
RIGHT_BUT_UNREAD = 0.003  # of the answers read right, at most: a question costs a tap, these must be written again
_NOTHING_WEIGHT = 0.5  # children write numbers far more often than anything else


@dataclass(frozen=True, slots=True)
class Valid:
    """What is tuned on."""

    digits: Sequence[Sample]
    signs: Sequence[Sample]
    numbers: Sequence[Sample]
    strings: Sequence[Sample]
    others: Sequence[Sample]  # negatives, decimals, fractions: no whole numbers


def tune(weights: Path, recipe: Recipe, parameters: int, say: Callable[[str], None]) -> None:
    """Writes the card beside `weights`."""
    rng = np.random.default_rng(recipe.seed)
    valid = _valid(rng)
    model = weights.read_bytes()
    temperature = _temperature(Classifier(model, 1.0), [*valid.digits, *valid.signs])
    say(f"temperature {temperature}")
    odds = fit_odds(_examples(valid, Classifier(model, temperature), rng))
    say("odds " + " ".join(f"{name} {weight:+.2f}" for name, weight in odds.items()))
    digest = hashlib.sha256(model).hexdigest()
    version = f"{datetime.now(UTC):%Y.%m}-{digest[:8]}"
    reader = Reader(Classifier(model, temperature), Card(version, temperature, odds, 1.0, 0.0))
    sure, ask = _thresholds(reader, valid, say)
    card = {
        "version": version,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "sha256": digest,
        "size": len(model),
        "parameters": parameters,
        "labels": list(LABELS),
        "input": "images (n, 3, 28, 28): ink, ink · cos 2θ, ink · sin 2θ",
        "temperature": temperature,
        "odds": odds,
        "thresholds": {"sure": sure, "ask": ask},
        "recipe": asdict(recipe),
        "commit": _commit(),
        "sources": _sources(),
        "tuned_on": "valid splits of the same sets: no writer of theirs is in train or test",
        "figures": {},
    }
    write_card(weights, card)


def write_card(weights: Path, card: dict[str, Any]) -> None:
    text = json.dumps(card, indent=2, ensure_ascii=False)
    weights.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def scribbles(count: int, seed: int) -> list[Sample]:
    """The scribbles of `templates`: none of them taught the net."""
    return [
        Sample("", tuple(trace([point[:2] for point in stroke]) for stroke in scribble(Random(seed + at))), "")
        for at in range(count)
    ]


def not_whole(split: str) -> list[Sample]:
    """Negatives, decimals and fractions as written."""
    return [sample for sample in data.samples("crohme_numbers", split) if not sample.text.isdecimal()]


def _valid(rng: np.random.Generator) -> Valid:
    digits = list(data.digits(INK_SETS, "valid"))
    signs = [
        sample for name in ("unipen_symbols", "crohme_symbols") for sample in data.other_symbols(name, "valid", every=6)
    ]
    numbers = [sample for name in ("crohme_numbers", "unipen_numbers") for sample in data.whole_numbers(name, "valid")]
    return Valid(digits, signs, numbers, strings(digits, 2_000, rng), not_whole("valid"))


def _examples(valid: Valid, classifier: Classifier, rng: np.random.Generator) -> list[Lattice]:
    """Groupings: of train too, since how strokes join does not depend on what the net has learnt by heart."""
    written = [*data.whole_numbers("crohme_numbers", "train"), *data.whole_numbers("unipen_numbers", "train")]
    digits = [valid.digits[row] for row in rng.choice(len(valid.digits), 2_000, replace=False)]
    nothing = [*valid.signs, *valid.others, *not_whole("train")[::3], *scribbles(200, 1_000_000)]
    return [
        *lattices([*valid.numbers, *written, *valid.strings, *digits], classifier),
        *lattices(nothing, classifier, nothing=True, weight=_NOTHING_WEIGHT),
    ]


def _temperature(classifier: Classifier, samples: Sequence[Sample]) -> float:
    """The divisor of the logits that makes the truth of `samples` likeliest."""
    images = render([sample.strokes for sample in samples])
    logits = np.concatenate([classifier.log_probabilities(part) for part in np.array_split(images, 32)])
    truth = np.array([LABELS.index(sample.text if sample.text in LABELS else JUNK) for sample in samples])

    def loss(temperature: float) -> float:
        scaled = logits.astype(np.float64) / temperature
        return float((np.logaddexp.reduce(scaled, axis=1) - scaled[np.arange(len(truth)), truth]).mean())

    return min((round(0.3 + 0.02 * step, 2) for step in range(86)), key=loss)


def _thresholds(reader: Reader, valid: Valid, say: Callable[[str], None]) -> tuple[float, float]:
    """The least confidence to be sure, and to ask: each as high as the constants above leave it."""
    whole = FORMATS["whole"].acceptor
    written = judge(reader, [*valid.digits, *valid.numbers, *valid.strings], whole)
    nothing = judge(reader, [*valid.signs, *valid.others], whole, nothing=True)
    right = [verdict for verdict in written if verdict.right]
    wrong = [verdict for verdict in written if not verdict.right]
    ask = _highest(RIGHT_BUT_UNREAD, right)
    sure = _highest(RIGHT_BUT_UNREAD + RIGHT_BUT_ASKED, right)
    say(
        f"thresholds sure {sure} ask {ask}: of {len(written):,} written, {len(right) / len(written):.2%} right; "
        f"{above(sure, wrong) / len(written):.3%} wrong and sure; of {len(nothing):,} others "
        f"{above(sure, nothing) / len(nothing):.2%} sure, {above(ask, nothing) / len(nothing):.2%} not unread"
    )
    return sure, ask


def _highest(lost: float, right: Sequence[Verdict]) -> float:
    """The highest level that leaves no more than `lost` of the right answers under it."""
    levels = (round(step / 200, 3) for step in range(199, 0, -1))
    return next(level for level in levels if len(right) - above(level, right) <= lost * len(right))


def _sources() -> list[dict[str, str]]:
    return [
        {"file": name, "licence": data.LICENCES[name], "sha256": digest} for name, digest in data.fingerprints().items()
    ]


def _commit() -> str:
    """The commit that the training ran from."""
    found = subprocess.run(
        ["git", "rev-parse", "HEAD"],  # noqa: S607  # the git of whoever trains
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip()
