"""Ink written by rule, for wherever there must be ink and nobody to write it.

The demo school, the tests and the browser tests draw with these strokes. The shapes were made for this
project: no person's handwriting is in them. The reader was not trained on them; its variant without non-commercial
sources was, for want of people's signs.

`digits` and `signs` are the shapes, `pen` draws one, `layout` writes answers with them; `drawings` is what is no
answer, `mishaps` what goes wrong with writing.
"""

from recognizer.templates.drawings import DRAWINGS, LETTERS, drawing, scribble
from recognizer.templates.layout import ALL_STYLES, PAD_HEIGHT, PAD_WIDTH, STYLES, Glyph, joined, write, write_glyphs

__all__ = [
    "ALL_STYLES",
    "DRAWINGS",
    "LETTERS",
    "PAD_HEIGHT",
    "PAD_WIDTH",
    "STYLES",
    "Glyph",
    "drawing",
    "joined",
    "scribble",
    "write",
    "write_glyphs",
]
