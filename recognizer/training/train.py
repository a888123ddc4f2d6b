"""Makes the weights from nothing: fit, export, tune, and write the card. `make train`; resumes where it was stopped.

On one core of 2026 this takes about half an hour. Progress goes to standard output, a line an epoch.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

from recognizer.training.corpus import corpus, digit_glyphs, epoch, other_glyphs, sign_glyphs
from recognizer.training.data import ROOT
from recognizer.training.fit import Cycle, Recipe, fit
from recognizer.training.glyphs import join
from recognizer.training.net import parameters
from recognizer.training.precision import ship
from recognizer.training.sources import COMMERCIAL, EVERYTHING
from recognizer.training.tune import tune

WORK = ROOT / "var" / "training"
WEIGHTS = ROOT / "models" / "reader.onnx"
COMMERCIAL_WEIGHTS = ROOT / "models" / "variants" / "commercial.onnx"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, help="one short cycle of so many, to try something")
    parser.add_argument("--commercial", action="store_true", help="leave out sources whose licence forbids selling")
    parser.add_argument("--weights", type=Path, help="where the .onnx goes, its card beside it")
    options = parser.parse_args(arguments)
    sources = COMMERCIAL if options.commercial else EVERYTHING
    weights = options.weights or (COMMERCIAL_WEIGHTS if options.commercial else WEIGHTS)
    recipe = Recipe() if options.epochs is None else Recipe(cycles=(Cycle(options.epochs, 4e-3),))
    torch.set_num_threads(1)  # faster than two beside any other work
    WORK.mkdir(parents=True, exist_ok=True)
    weights.parent.mkdir(parents=True, exist_ok=True)
    say("reading the handwriting")
    pools = corpus(sources, np.random.default_rng(recipe.seed))
    valid = join([part(sources, "valid") for part in (digit_glyphs, sign_glyphs, other_glyphs)])
    signs, junk = (sum(map(len, pool.values())) for pool in (pools.signs, pools.junk))
    say(f"{len(pools.digits):,} digits, {signs:,} signs, {junk:,} that are neither, {len(valid):,} to validate")
    net = fit(recipe, pools, valid, WORK / f"{weights.stem}-{recipe.epochs}.pt", say)
    say(f"{parameters(net):,} parameters")
    exports = ship(net, weights, epoch(pools, np.random.default_rng(recipe.seed)), valid, say)
    tune(weights, sources, recipe, {"parameters": parameters(net), **exports}, say)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
