from recognizer.reading import Glyph, Reading


def test_a_reading_travels_as_json() -> None:
    four = Glyph("4", (0, 1), (1.0, 2.0, 30.004, 4.0), 0.98765)
    three = Glyph("3", (2,), (40.0, 2.0, 60.0, 4.0), 0.5, mirrored=True)
    reading = Reading("43", 0.987654, "ask", (("48", 0.01234),), (four, three), "2026.11-ab12cd34")
    assert reading.to_json() == {
        "text": "43",
        "confidence": 0.9877,
        "decision": "ask",
        "alternatives": [["48", 0.0123]],
        "glyphs": [
            {"text": "4", "strokes": [0, 1], "box": [1.0, 2.0, 30.0, 4.0], "confidence": 0.9877, "mirrored": False},
            {"text": "3", "strokes": [2], "box": [40.0, 2.0, 60.0, 4.0], "confidence": 0.5, "mirrored": True},
        ],
        "weights": "2026.11-ab12cd34",
    }
