"""The live game: a value, what happens to it, and what its answers come to."""

from quizzes.rules.game.playing import apply
from quizzes.rules.game.values import Game, Pace, Phase, Player, Settings, Timing

__all__ = ["Game", "Pace", "Phase", "Player", "Settings", "Timing", "apply"]
