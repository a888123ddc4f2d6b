from recognizer.training.evaluation.answers import digits, letters, numbers
from tests.recognizer.handwriting import real_ink


class TestRealInk:
    pytestmark = real_ink

    def test_answers_keep_who_wrote_them_and_with_what(self) -> None:
        phone = digits("touchrecorder_digits", "test")
        assert (len(phone), len({answer.writer for answer in phone})) == (1_189, 4)
        assert {answer.source for answer in phone} == {"finger on phone WAS-LX1A"}

    def test_no_number_is_left_out_for_being_long(self) -> None:
        fractions = numbers("crohme_numbers", "test", "fraction")
        assert len(fractions) == 218
        assert "7529536/15625" in {answer.text for answer in fractions}

    def test_letters_say_nothing(self) -> None:
        assert {answer.text for answer in letters("crohme_symbols", "valid", every=50)} == {None}
