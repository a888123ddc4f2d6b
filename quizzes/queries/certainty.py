"""Whether anybody can doubt what an answer says."""

from quizzes.models import Answer
from quizzes.rules.marking import Outcome

GLYPH_SURE = 0.9
"""From this confidence on a glyph by itself is beyond doubt. Stricter than the reader, whose *sure* weighs the whole
text at 0.715: a misread digit makes 27 of the 121 right answers of the tables look like a misconception."""


def is_certain(answer: Answer) -> bool:
    """Whether nobody can doubt what the answer says, a teacher's word aside.

    It was typed; or the child said what it is; or each glyph is beyond doubt, and the right answer is no other reading
    of the same ink.
    """
    if answer.source == Answer.Source.TYPED:
        return True
    reading = answer.reading
    if reading is None or answer.automatic_mark == Outcome.UNREAD:
        return False
    if reading["decision"] != "sure" or answer.automatic_text != reading["text"]:
        return True  # doubtful ink is marked only on the child's word
    clear = all(glyph.get("confidence", 0) >= GLYPH_SURE for glyph in reading["glyphs"])
    return clear and not answer.look_at_ink
