"""Rockets: every part is drawn, can be earned and stays; nothing that a browser sends fits out what is not owned."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.deeds import Deed, Need, Record
from quizzes.rules.rocket import BY_CODE, PARTS, STARTING, Slot, changed, described, earned, fitted, parts_of, pieces

ROOT = Path(settings.BASE_DIR)
GOLDEN: list[dict[str, Any]] = json.loads((ROOT / "tests" / "golden" / "rockets.json").read_text())

records = st.builds(Record, **{deed: st.integers(0, 80) for deed in Deed})
codes = st.sampled_from([part.code for part in PARTS])
anything = st.none() | st.integers() | st.text() | codes | st.lists(codes) | st.dictionaries(st.text(), codes)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["name"])
def test_a_rocket_is_drawn_of_the_pieces_that_the_script_draws(case: dict[str, Any]) -> None:
    assert [[piece.symbol, piece.kind] for piece in pieces(fitted(case["outfit"]))] == case["pieces"]


def test_every_part_is_drawn_and_every_paint_has_colours() -> None:
    sprite = (ROOT / "static" / "images" / "rocket_parts.svg").read_text()
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    bare = {part.code for part in PARTS if part.slot is not Slot.PAINT and not part.code.endswith("-none")}
    assert drawn == bare | {"nozzle", "window"}
    paints = {part.code.removeprefix("paint-") for part in parts_of(Slot.PAINT)}
    css = (ROOT / "static" / "css" / "components" / "rocket.css").read_text()
    assert set(re.findall(r'\[data-paint="(\w+)"\]', css)) | {"coral"} == paints


def test_every_slot_offers_something_from_the_start_and_something_to_earn() -> None:
    for slot in Slot:
        assert any(part.code in STARTING for part in parts_of(slot))
        assert any(part.need for part in parts_of(slot))


def test_codes_and_names_tell_parts_apart() -> None:
    assert len(BY_CODE) == len(PARTS)
    assert len({(part.slot, part.name) for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize("part", [part for part in PARTS if part.need], ids=lambda part: part.code)
def test_every_part_is_earned_by_its_deed_and_not_before(part: Any) -> None:
    enough = Record(**{part.need.deed: part.need.times})
    assert part.code in earned(enough)
    assert part.code not in earned(Record(**{part.need.deed: part.need.times - 1}))


def test_no_deed_earns_nothing_and_no_two_parts_are_earned_at_once_by_one_deed() -> None:
    assert earned(Record()) == frozenset()
    needs = [part.need for part in PARTS if part.need]
    assert len(set(needs)) == len(needs)
    assert {need.deed for need in needs} == set(Deed)


@given(records, records)
def test_who_has_done_more_has_earned_as_much_and_more(one: Record, other: Record) -> None:
    both = Record(**{deed: max(one.of(deed), other.of(deed)) for deed in Deed})
    assert earned(one) | earned(other) <= earned(both)


@given(anything)
def test_whatever_is_stored_makes_a_whole_rocket(stored: Any) -> None:
    outfit = fitted(stored)
    assert list(outfit) == list(Slot)
    assert all(BY_CODE[code].slot is slot for slot, code in outfit.items())


@given(st.integers(0, 500))
def test_whoever_begins_has_only_parts_of_the_start(seed: int) -> None:
    assert STARTING.issuperset(fitted({}, seed).values())


@given(st.dictionaries(st.sampled_from(list(Slot)), anything), st.sets(codes))
def test_only_what_is_owned_is_fitted(wanted: dict[str, Any], owned: set[str]) -> None:
    before = fitted({})
    after = changed(before, wanted, owned)
    assert set(after.values()) <= STARTING | owned
    assert fitted(after) == after


def test_a_part_in_the_wrong_slot_changes_nothing() -> None:
    before = fitted({})
    assert changed(before, {"crew": "hull-slim", "hull": "hull-slim"}, ()) == {**before, Slot.HULL: "hull-slim"}


def test_a_rocket_is_described() -> None:
    outfit = fitted({"crew": "crew-owl", "hull": "hull-bell", "paint": "paint-night"})
    assert described(outfit) == "a night rocket of the bell kind, flown by an owl"


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (Need(Deed.ROUNDS, 1), "Finish a round of practice"),
        (Need(Deed.ROUNDS, 4), "Finish 4 rounds of practice"),
        (Need(Deed.STARS, 8), "Have 8 stars in practice"),
        (Need(Deed.MENDED, 1), "Get a question right at a second try"),
        (Need(Deed.BESTS, 1), "Beat your own best once"),
        (Need(Deed.BESTS, 2), "Beat your own best twice"),
        (Need(Deed.BESTS, 6), "Beat your own best 6 times"),
        (Need(Deed.GAMES, 1), "Fly in a live game"),
        (Need(Deed.DAYS, 12), "Practise on 12 days"),
    ],
)
def test_what_earns_a_part_is_said(need: Need, words: str) -> None:
    assert need.words == words
