"""Where a class is on its way: every body is reached, in order, and nothing goes back."""

import itertools
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from quizzes.rules.journey import BODIES, CLASS, EARTH, Body, flown, journey_of

distances = st.integers(0, 40_000)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.code)
def test_every_body_is_reached_at_its_distance_and_not_before(body: Body) -> None:
    assert journey_of(body.at).here == body
    assert journey_of(body.at - 1).next == body
    assert journey_of(body.at, before=body.at - 1).arrived == (body,)


def test_bodies_lie_one_behind_the_other_and_each_is_farther_from_the_last() -> None:
    places = [EARTH.at, *(body.at for body in BODIES)]
    gaps = [far - near for near, far in itertools.pairwise(places)]
    assert gaps == sorted(gaps)
    assert len({body.code for body in BODIES}) == len(BODIES)


def test_every_body_is_drawn() -> None:
    sprite = (Path(settings.BASE_DIR) / "static" / "images" / "planets.svg").read_text()
    assert [body.code for body in (EARTH, *BODIES) if f'<symbol id="{body.code}"' not in sprite] == []


def test_every_fact_is_one_sentence() -> None:
    assert [body.fact for body in BODIES if not body.fact.endswith(".") or len(body.fact) > 70] == []


@given(distances, distances)
def test_who_has_flown_farther_has_reached_as_much_and_more(one: int, other: int) -> None:
    near, far = sorted((one, other))
    assert journey_of(far).reached[: len(journey_of(near).reached)] == journey_of(near).reached


@given(distances, distances)
def test_shares_are_shares(distance: int, before: int) -> None:
    journey = journey_of(distance, before)
    assert 0 <= journey.share <= 1
    assert before > distance or journey.share_before <= journey.share


@given(st.integers(0, 5000), st.integers(1, 200))
def test_a_class_of_any_size_that_knows_as_much_has_flown_as_far(each: int, children: int) -> None:
    assert flown(each * children, children) == each * CLASS


def test_a_class_without_children_divides_by_nothing() -> None:
    assert flown(0, 0) == 0
