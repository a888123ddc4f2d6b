"""Makes the weights from nothing: fit, export, tune, and write the card. `make train`; resumes where it was stopped.

On one core of 2026 this takes about half an hour. Progress goes to standard output, a line an epoch.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from recognizer.training.corpus import corpus, digit_glyphs, sign_glyphs
from recognizer.training.data import ROOT
from recognizer.training.export import export
from recognizer.training.fit import Recipe, fit
from recognizer.training.glyphs import join
from recognizer.training.net import parameters
from recognizer.training.tune import tune

WORK = ROOT / "var" / "training"
WEIGHTS = ROOT / "models" / "reader.onnx"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where the .onnx goes, its card beside it")
    options = parser.parse_args(arguments)
    recipe = replace(Recipe(), epochs=options.epochs)
    torch.set_num_threads(1)  # faster than two beside any other work
    WORK.mkdir(parents=True, exist_ok=True)
    say("reading the handwriting")
    pools = corpus(np.random.default_rng(recipe.seed))
    valid = join([digit_glyphs("valid"), *sign_glyphs("valid").values()])
    junk = sum(map(len, pools.junk.values()))
    say(f"{len(pools.digits):,} digits, {junk:,} that are none, {len(valid):,} to validate")
    net = fit(recipe, pools, valid, WORK / f"checkpoint-{recipe.epochs}.pt", say)
    export(net, options.weights)
    say(f"{options.weights}: {options.weights.stat().st_size:,} bytes, {parameters(net):,} parameters")
    tune(options.weights, recipe, parameters(net), say)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
