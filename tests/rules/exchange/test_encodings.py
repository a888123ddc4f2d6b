"""Files as spreadsheets save them."""

import pytest

from quizzes.rules.exchange.encodings import text_of
from quizzes.rules.exchange.quiz_file import FileRefused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_every_encoding_that_spreadsheets_save(encoding: str) -> None:
    assert text_of("question\n7 × 8; £3 ÷ 2".encode(encoding)) == "question\n7 × 8; £3 ÷ 2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04...", "This is a spreadsheet, not yet a CSV file: in the spreadsheet, save it as CSV UTF-8."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This file is no text: save it as CSV UTF-8 or as JSON."),
        (b"\xff\xfea", "This file is no text: save it as CSV UTF-8 or as JSON."),
        (b"\x81\x8d", "This file is no text: save it as CSV UTF-8 or as JSON."),
        (b"a" * (256 * 1024 + 1), "The file is larger than 256 KB: split it into several quizzes."),
    ],
    ids=["a workbook", "a picture", "half a character", "no encoding", "too large"],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as refused:
        text_of(data)
    assert [fault.reason for fault in refused.value.faults] == [reason]
