"""How well misconceptions are found. `python -m tests.bench.misconceptions`, which `make bench` runs

Writes docs/misconceptions.md: precision and recall of every misconception in simulated students, and the catalogue.
Seeded, so that a run repeats: `python -m tests.bench.misconceptions 7` prints the figures of another seed alone.
"""

import sys

from tests.bench.misconceptions_page import PATH, meets, page
from tests.bench.simulation import measured

SEED = 2026


def main(arguments: list[str]) -> None:
    seed = int(arguments[0]) if arguments else SEED
    results = []
    for each in measured(seed):
        figures = (
            f"{asked}/{length} {count.figures}{' ' if meets(count) else '!'}"
            for (asked, length), count in each.counts.items()
        )
        print(f"{each.name:15}", *figures, flush=True)
        results.append(each)
    if not arguments:
        PATH.write_text(page(results, seed), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
