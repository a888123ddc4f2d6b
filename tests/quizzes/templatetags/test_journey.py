"""The chart of a journey; the same table is run by tests/js/ui/journey.test.js."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string

from quizzes.rules.journey import BODIES, journey_of
from quizzes.templatetags.journey import Stop, chart

GOLDEN = json.loads((Path(__file__).parents[2] / "golden" / "journeys.json").read_text(encoding="utf-8"))


def as_script_has_it(stop: Stop) -> dict[str, Any]:
    place = {"x": stop.x, "y": stop.y, "size": stop.size, "labelX": stop.label_x, "labelY": stop.label_y}
    return {"code": stop.body.code, "label": stop.body.label, **place, "anchor": stop.anchor}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["name"])
def test_a_chart_is_drawn_as_the_script_draws_it(case: dict[str, Any]) -> None:
    journey = journey_of(case["distance"], case["before"])
    assert journey.to_json() == case["journey"]
    drawn = chart(journey)
    assert {
        "course": drawn.course,
        "flown": drawn.flown,
        "x": drawn.x,
        "y": drawn.y,
        "angle": drawn.angle,
        "stops": [as_script_has_it(stop) for stop in drawn.stops],
    } == case["chart"]


@pytest.mark.parametrize("distance", [0, *(body.at for body in BODIES), 10**6])
def test_everything_stands_on_the_chart(distance: int) -> None:
    drawn = chart(journey_of(distance))
    assert all(0 <= stop.x <= 400 - stop.size and 0 <= stop.y <= 200 - stop.size for stop in drawn.stops)
    assert all(0 < stop.label_x < 400 and 0 < stop.label_y < 200 for stop in drawn.stops)


def test_the_words_say_where_the_class_is() -> None:
    def page(distance: int) -> str:
        return render_to_string("partials/journey.html", {"journey": journey_of(distance)})

    assert "<strong>Your class is on its way to the Moon.</strong>" in page(10)
    assert 'aria-label="Flying from Mars to Ceres"' in page(200)
    assert "<strong>Your class has reached Mars.</strong> Mars has the tallest volcano" in page(200)
    assert 'aria-label="Arrived at the Andromeda Galaxy"' in page(40_000)
