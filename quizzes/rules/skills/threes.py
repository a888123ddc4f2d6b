"""Three numbers in a row, joined by one sign."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from quizzes.rules.prompts import BLANK, EQUALS, Kind, Token
from quizzes.rules.questions import Question, write


@dataclass(frozen=True)
class ThreeNumbers:
    """`a + b + c = _` of different numbers of a range; two of them make 10 by the sign (4 + 6, 2 × 5), or no two do."""

    sign: str
    numbers: Sequence[int]
    makes_ten: bool = False

    def draw(self, rng: random.Random) -> Question:
        while True:
            three = rng.sample(self.numbers, 3)
            if self._ten(three) == self.makes_ten:
                return write(f" {self.sign} ".join(map(str, three)))

    def __contains__(self, question: object) -> bool:
        if not isinstance(question, Question):
            return False
        match question.prompt:
            case (a, Token(Kind.OPERATOR, first), b, Token(Kind.OPERATOR, second), c, end, box):
                three = [int(token.text) for token in (a, b, c) if token.text.isdecimal()]
                return (
                    (first, second, end, box) == (self.sign, self.sign, EQUALS, BLANK)
                    and len(set(three)) == 3
                    and set(three) <= set(self.numbers)
                    and self._ten(three) == self.makes_ten
                )
        return False

    def _ten(self, three: Sequence[int]) -> bool:
        joined = [a + b if self.sign == "+" else a * b for a, b in combinations(three, 2)]
        return 10 in joined
