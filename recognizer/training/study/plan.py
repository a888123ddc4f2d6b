"""Which nets are trained, how, and how often: the runs of the study, as values."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from recognizer.training.study.nets import DEPTHS
from recognizer.training.study.optimisers import COMPARED

EVERY = 55_000  # pictures of MNIST's 60,000 to learn from; 5,000 are held out for choices
SOME = 12_000  # in the table of depths and optimisers, which are only compared with each other
RUNS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One net, trained once. Two runs that are equal give the same net on the same machine."""

    table: str
    net: str
    optimiser: str
    epochs: int
    pictures: int
    augmented: bool
    seed: int = 0

    @property
    def name(self) -> str:
        """A file name: readable, and another one for another recipe."""
        digest = hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:8]
        return f"{self.net.replace(' ', '')}-{self.optimiser.replace(' ', '')}-{self.seed}-{digest}"


GRID = tuple(
    Run("grid", f"depth {depth}", optimiser, epochs=4, pictures=SOME, augmented=False)
    for depth in DEPTHS
    for optimiser in COMPARED
)
NETS = (
    Run("nets", "c", "adam", epochs=10, pictures=EVERY, augmented=False),
    Run("nets", "a", "adam", epochs=3, pictures=EVERY, augmented=False),
    Run("nets", "b", "rmsprop", epochs=3, pictures=EVERY, augmented=True),
    Run("nets", "d", "adamw cycle", epochs=18, pictures=EVERY, augmented=True),
)
AUGMENTED = (
    Run("augmentation", "c", "adam", epochs=10, pictures=EVERY, augmented=True),
    Run("augmentation", "a", "adam", epochs=3, pictures=EVERY, augmented=True),
)
RECIPES = (*GRID, *NETS, *AUGMENTED)


def plan(runs: int = RUNS, epochs: int | None = None) -> Iterator[Run]:
    """Every recipe `runs` times, all of them once before any twice. `epochs` bounds the length of each."""
    for seed in range(runs):
        for recipe in RECIPES:
            yield replace(recipe, seed=seed, epochs=min(recipe.epochs, epochs or recipe.epochs))
