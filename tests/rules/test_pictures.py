import pytest

from quizzes.rules.pictures import EMBLEMS, PIN_PICTURES, pin_text, read_pin
from quizzes.rules.refusals import PinRefused


def test_codes_never_change() -> None:
    assert " ".join(picture.code for picture in PIN_PICTURES) == (
        "rocket moon star planet comet sun fish tree house key boat cat"
    )
    assert " ".join(emblem.code for emblem in EMBLEMS) == (
        "orion bear swan lion whale crab scorpion dolphin eagle hare lyre compass"
    )


def test_every_picture_has_a_name_of_its_own() -> None:
    assert len({picture.name for picture in PIN_PICTURES}) == 12
    assert len({emblem.name for emblem in EMBLEMS}) == 12


def test_a_pin_is_three_pictures_in_order_and_one_may_come_twice() -> None:
    assert read_pin(["moon", "star", "moon"]) == ("moon", "star", "moon")
    assert read_pin([" Moon", "STAR", "cat"]) == ("moon", "star", "cat")
    assert pin_text(read_pin(["star", "moon", "cat"])) != pin_text(read_pin(["moon", "star", "cat"]))


@pytest.mark.parametrize("codes", [[], ["moon"], ["moon"] * 4])
def test_a_pin_has_three_pictures(codes: list[str]) -> None:
    with pytest.raises(PinRefused, match=r"^Choose three pictures.$"):
        read_pin(codes)


def test_a_pin_has_only_our_pictures() -> None:
    with pytest.raises(PinRefused, match=r"^Choose from the pictures on the screen.$"):
        read_pin(["moon", "star", "dragon"])
