"""The text of a file, in whatever encoding spreadsheets save it."""

import codecs

from quizzes.rules.exchange.quiz_file import MOST_BYTES, refused

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = b"PK\x03\x04"  # .xlsx and .ods are archives


def text_of(data: bytes) -> str:
    """UTF-8 and UTF-16, with their byte order marks or without, and what Windows took for text before them.

    Raises FileRefused with a sentence for what is no text.
    """
    if len(data) > MOST_BYTES:
        raise refused(f"The file is larger than {MOST_BYTES // 1024} KB: split it into several quizzes.")
    if data.startswith(_ZIP):
        raise refused("This is a spreadsheet, not yet a CSV file: in the spreadsheet, save it as CSV UTF-8.")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.removeprefix("\ufeff")
    raise refused("This file is no text: save it as CSV UTF-8 or as JSON.")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith(_UTF_16):
        return ("utf-16",)
    if b"\0" in data:  # ASCII in UTF-16 has one in every pair
        return ("utf-16-le",) if data[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8-sig", "cp1252")
