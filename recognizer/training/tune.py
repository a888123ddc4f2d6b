"""The numbers that go with a net, chosen on writers whom it never saw (`valid`), and the card that holds them."""

import hashlib
import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from recognizer.card import Card
from recognizer.classifier import Classifier
from recognizer.labels import JUNK, LABELS
from recognizer.raster import render, trace
from recognizer.reader import Reader
from recognizer.templates import scribble
from recognizer.training import data
from recognizer.training.corpus import WRITTEN
from recognizer.training.data import ROOT, Sample
from recognizer.training.fit import Recipe
from recognizer.training.formats import acceptor, admits
from recognizer.training.measure import Verdict, above, judge
from recognizer.training.odds import Lattice, fit_odds, lattices
from recognizer.training.sources import Sources, written_letters, written_signs
from recognizer.training.strings import compose, hands

RIGHT_BUT_ASKED = 0.03  # of the answers read right, at most: beyond this a child tires of questions
RIGHT_BUT_UNREAD = 0.001  # of the answers read right, at most: a question costs a tap, these must be written again
NOT_WHOLE = ("integer", "decimal", "fraction", "mixed")
NARROW = ("whole", "integer", "decimal", "fraction", "time", "money", "expression")
WHOLE, NUMBER = acceptor("whole").alphabet, acceptor("number").alphabet
MOST_WRITTEN = 1_200  # of a format, from the train splits
_NOTHING_WEIGHT = 0.5  # children write numbers far more often than anything else


# What of the composed answers is tuned on: of each format so many.
COMPOSED = {
    "integer": 250, "decimal": 300, "fraction": 300, "mixed": 300, "remainder": 250, "comparison": 200, "money": 300,
    "time": 250, "expression": 250, "whole": 1_500,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Valid:
    """What is tuned on. Answers by format: as people wrote them, and put together from people's symbols."""

    digits: Sequence[Sample]
    signs: Sequence[Sample]  # the reader's own, no digits
    junk: Sequence[Sample]  # letters and other marks
    written: dict[str, list[Sample]]
    composed: dict[str, list[Sample]]

    def answers(self, form: str) -> list[Sample]:
        return [*self.composed.get(form, []), *self.written.get(form, [])]


def tune(weights: Path, sources: Sources, recipe: Recipe, facts: dict[str, Any], say: Callable[[str], None]) -> None:
    """Writes the card beside `weights`. `facts` are what else it tells of the net."""
    rng = np.random.default_rng(recipe.seed)
    valid = _valid(sources, rng)
    model = weights.read_bytes()
    temperature = _temperature(Classifier(model, 1.0), [*valid.digits, *valid.signs, *valid.junk])
    say(f"temperature {temperature}")
    odds = fit_odds(_examples(sources, valid, Classifier(model, temperature), rng))
    say("odds " + " ".join(f"{name} {weight:+.2f}" for name, weight in odds.items()))
    digest = hashlib.sha256(model).hexdigest()
    version = f"{datetime.now(UTC):%Y.%m}-{digest[:8]}"
    reader = Reader(Classifier(model, temperature), Card(version, temperature, odds, 1.0, 0.0), again=False)
    sure, ask = _thresholds(reader, valid, say)
    card = {
        "version": version,
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "sha256": digest,
        "size": len(model),
        **facts,
        "labels": list(LABELS),
        "input": "images (n, 6, 28, 28): ink, and ink times cos 2θ, sin 2θ, cos θ, sin θ, the time from −1 to 1",
        "temperature": temperature,
        "odds": odds,
        "thresholds": {"sure": sure, "ask": ask},
        "recipe": asdict(recipe),
        "commit": _commit(),
        "sources": _told(sources),
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


def _valid(sources: Sources, rng: np.random.Generator) -> Valid:
    digits = list(data.digits(tuple(name for name in sources.digits if name != "unipen_numbers"), "valid"))
    signs = [sample for name in sources.symbols for sample, _ in data.signs(name, "valid")]
    junk = [sample for name in sources.symbols for sample in data.no_symbols(name, "valid", every=6)]
    if sources.written:
        signs, junk = list(written_signs(*WRITTEN["valid"])), list(written_letters(600, 2))
    everyone = hands([*digits, *signs])
    composed = {form: compose(form, everyone, count, rng) for form, count in COMPOSED.items()}
    return Valid(digits, signs, junk, _numbers(sources, "valid"), composed)


def _numbers(sources: Sources, split: str) -> dict[str, list[Sample]]:
    """Answers as people wrote them, each with the narrowest format that admits it."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for name in sources.numbers:
        for sample in data.numbers(name, split):
            if form := narrowest(sample.text):
                found[form].append(sample)
    return found


def narrowest(text: str) -> str | None:
    """The narrowest format that admits a text."""
    return next((form for form in NARROW if admits(form, text)), None)


def _examples(sources: Sources, valid: Valid, classifier: Classifier, rng: np.random.Generator) -> list[Lattice]:
    """Groupings: of train too, since how strokes join does not depend on what the net has learnt by heart."""
    written = _numbers(sources, "train")
    digits = [valid.digits[row] for row in rng.choice(len(valid.digits), min(1_500, len(valid.digits)), replace=False)]
    found = lattices(digits, classifier, WHOLE)
    for form in COMPOSED:
        samples = [*valid.answers(form), *written.get(form, [])[:MOST_WRITTEN]]
        found += lattices(samples, classifier, acceptor(form).alphabet)
    for form in ("integer", "decimal", "fraction", "mixed"):  # as the format `number` reads them
        found += lattices([*valid.answers(form)[::2], *written.get(form, [])[:150]], classifier, NUMBER)
    found += lattices(valid.answers("whole")[::4], classifier, NUMBER)
    whole, number = _nothing(sources, valid)
    found += lattices(whole, classifier, WHOLE, nothing=True, weight=_NOTHING_WEIGHT)
    found += lattices(number, classifier, NUMBER, nothing=True, weight=_NOTHING_WEIGHT)
    return found


def _nothing(sources: Sources, valid: Valid) -> tuple[list[Sample], list[Sample]]:
    """What is no whole number, and what is no number."""
    nothing = [*valid.junk, *scribbles(200, 1_000_000)]
    others = [sample for form in NOT_WHOLE for sample in valid.answers(form)[::3] if not sample.text.isdecimal()]
    if sources.numbers:
        others += [*not_whole("valid"), *not_whole("train")[::3]]
    return [*nothing, *others, *valid.signs[::6]], [*nothing[::2], *valid.answers("remainder")[::3]]


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
    """The least confidence to be sure, and to ask: each as high as the constants above leave it.

    On what people wrote: what is put together has symbols at odds with each other, and is only told of.
    """
    judged = {"digit": judge(reader, valid.digits, acceptor("digit"))}
    judged |= {form: judge(reader, samples, acceptor(form)) for form, samples in valid.written.items()}
    right = [verdict for verdicts in judged.values() for verdict in verdicts if verdict.right]
    judged |= {f"{form}, composed": judge(reader, valid.composed[form], acceptor(form)) for form in COMPOSED}
    nothing = {form: judge(reader, valid.junk, acceptor(form), nothing=True) for form in ("whole", "number")}
    ask = _highest(RIGHT_BUT_UNREAD, right)
    sure = _highest(RIGHT_BUT_UNREAD + RIGHT_BUT_ASKED, right)
    say(f"thresholds sure {sure} ask {ask}")
    for form, verdicts in judged.items():
        own = [verdict for verdict in verdicts if verdict.right]
        wrong = [verdict for verdict in verdicts if not verdict.right]
        say(
            f"  {form}: {len(wrong)} of {len(verdicts):,} wrong, {above(sure, wrong)} of them sure, "
            f"{above(ask, wrong)} read; of the right {len(own) - above(sure, own)} not sure, "
            f"{len(own) - above(ask, own)} unread"
        )
    for form, verdicts in nothing.items():
        say(f"  no answer, as {form}: {above(sure, verdicts)} of {len(verdicts):,} sure, {above(ask, verdicts)} read")
    return sure, ask


def _highest(lost: float, right: Sequence[Verdict]) -> float:
    """The highest level that leaves no more than `lost` of the right answers under it."""
    levels = (round(step / 200, 3) for step in range(199, 0, -1))
    return next(level for level in levels if len(right) - above(level, right) <= lost * len(right))


def _told(sources: Sources) -> list[dict[str, Any]]:
    return [
        {
            "file": name,
            "licence": data.LICENCES[name],
            "samples": data.size(name, "train"),
            "sha256": data.fingerprint(name),
        }
        for name in sources.files
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
