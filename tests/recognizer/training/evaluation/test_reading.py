from random import Random

import numpy as np

from recognizer.templates import write
from recognizer.training.evaluation.answers import Answer
from recognizer.training.evaluation.reading import Examinee
from recognizer.training.evaluation.sheets import CELL_HEIGHT, CELL_WIDTH, COLUMNS, draw_sheet
from tests.recognizer.handwriting import WEIGHTS
from tests.recognizer.training.evaluation.reads import read


def by_rule(text: str) -> Answer:
    return Answer(text, tuple(np.array([point[:2] for point in stroke]) for stroke in write(text, Random(3))))


def test_answers_are_read_in_their_order_as_the_format_has_it() -> None:
    reads = Examinee(WEIGHTS).read([by_rule("42"), by_rule("7")], "whole")
    assert [(each.answer.text, each.outcome.text, each.outcome.right) for each in reads] == [
        ("42", "42", True),
        ("7", "7", True),
    ]
    assert all(each.outcome.milliseconds >= 0.0 for each in reads)


def test_the_likeliest_text_is_kept_where_the_site_would_say_unread() -> None:
    examinee = Examinee(WEIGHTS)
    (found,) = examinee.read([by_rule("42")], "digit")  # two digits, where one is asked for
    assert found.outcome.confidence < examinee.card.ask
    assert not found.outcome.right


def test_a_sheet_has_a_cell_for_each_misread(tmp_path) -> None:
    from PIL import Image

    draw_sheet([read("4", "9", 0.9)] * (COLUMNS + 1), tmp_path / "sheets" / "wrong.png")
    with Image.open(tmp_path / "sheets" / "wrong.png") as sheet:
        assert sheet.size == (COLUMNS * CELL_WIDTH, 2 * CELL_HEIGHT)
