import pytest

from recognizer.training.formats import admits


@pytest.mark.parametrize(
    ("form", "text", "admitted"),
    [("whole", "42", True), ("whole", "-4", False), ("whole", "1234567", False), ("expression", "(1+2)×3=9", True)],
)
def test_a_format_admits_whole_texts_only(form: str, text: str, admitted: bool) -> None:
    assert admits(form, text) is admitted
