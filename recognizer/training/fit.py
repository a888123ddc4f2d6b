"""Fitting the net: AdamW, one cycle, label smoothing, an average of the weights; every epoch can be resumed."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from recognizer.labels import DIGITS, JUNK, LABELS
from recognizer.raster import CHANNELS, RADIUS, SENSELESS
from recognizer.training.corpus import PICTURES_AN_EPOCH, Corpus, epoch
from recognizer.training.glyphs import RADII, Glyphs, images, reversed_strokes, varied
from recognizer.training.net import Net

RISING = 0.2  # of a cycle
FIRST, LAST = 1 / 25, 1e-5  # of its highest rate
WITHOUT_DIRECTIONS = 0.06  # of the ink is shown by its ink alone, as pictures are
WITHOUT_SENSE = 0.05  # of the rest is shown without which way and when its strokes were drawn


@dataclass(frozen=True, slots=True)
class Cycle:
    """Epochs in which the rate of learning rises over the first fifth and then falls to nothing."""

    epochs: int
    rate: float  # at most

    def rate_at(self, epoch: float) -> float:
        """`epoch`: how many have passed, from 0 to `epochs`. Cosine both ways (Smith and Topin 2018)."""
        share = epoch / self.epochs
        if share < RISING:
            return self.rate * (FIRST + (1 - FIRST) * (1 - math.cos(math.pi * share / RISING)) / 2)
        return self.rate * (LAST + (1 - LAST) * (1 + math.cos(math.pi * (share - RISING) / (1 - RISING))) / 2)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Two cycles, the second at three tenths of the rate: a restart leaves where the first has settled (Loshchilov and
    Hutter 2017)."""

    cycles: tuple[Cycle, ...] = (Cycle(24, 4e-3), Cycle(9, 1.2e-3))
    batch: int = 192
    decay: float = 0.02
    smoothing: float = 0.05
    average: float = 0.998
    seed: int = 2026

    @property
    def epochs(self) -> int:
        return sum(cycle.epochs for cycle in self.cycles)

    def rate_at(self, epoch: float) -> float:
        for cycle in self.cycles:
            if epoch < cycle.epochs:
                return cycle.rate_at(epoch)
            epoch -= cycle.epochs
        return 0.0


def fit(recipe: Recipe, pools: Corpus, valid: Glyphs, checkpoint: Path, say: Callable[[str], None]) -> Net:
    """The averaged net of the last epoch. Goes on from `checkpoint` where there is one of the same recipe."""
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = Net().to(device, memory_format=torch.channels_last)
    average = torch.optim.swa_utils.AveragedModel(net, avg_fn=_averaging(recipe.average), use_buffers=True)
    steps = -(-_size(pools) // recipe.batch)
    optimizer = torch.optim.AdamW(_grouped(net, recipe.decay))
    parts = {"net": net, "average": average, "optimizer": optimizer}
    done = _resume(checkpoint, recipe, parts, say)
    began = time.monotonic()
    for number in range(done, recipe.epochs):
        rng = np.random.default_rng([recipe.seed, number])
        torch.manual_seed(recipe.seed + number)  # a stop between two epochs changes nothing
        loss, seen = 0.0, 0
        net.train()
        for step, (batch, labels) in enumerate(_batches(pools, steps, rng)):
            for group in optimizer.param_groups:
                group["lr"] = recipe.rate_at(number + step / steps)
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast(device.type, torch.bfloat16):
                logits = net(batch.to(device))
            error = functional.cross_entropy(logits.float(), labels.to(device), label_smoothing=recipe.smoothing)
            error.backward()
            optimizer.step()
            average.update_parameters(net)
            loss, seen = loss + error.item() * len(labels), seen + len(labels)
        torch.save(
            {"recipe": recipe, "epoch": number + 1} | {k: p.state_dict() for k, p in parts.items()},
            checkpoint,
        )
        spent = time.monotonic() - began
        left = spent / (number + 1 - done) * (recipe.epochs - number - 1)
        say(
            f"epoch {number + 1}/{recipe.epochs}  loss {loss / seen:.4f}  {_errors(average.module, valid)}  "
            f"{seen * (number + 1 - done) / spent:,.0f} glyphs/s  {left / 60:.1f} min left"
        )
    final: Net = average.module.eval().cpu()
    return final


def logits_of(net: nn.Module, glyphs: Glyphs, *, batch: int = 1024) -> np.ndarray:
    """(n, classes), in the reader's own rendering."""
    net.eval()
    device = next(net.parameters()).device
    rows = np.arange(len(glyphs))
    with torch.inference_mode():
        parts = [
            net(torch.from_numpy(images(glyphs.take(rows[at : at + batch]), RADIUS)).to(device)).cpu().numpy()
            for at in range(0, len(rows), batch)
        ]
    return np.concatenate(parts)


def _averaging(decay: float) -> Callable[[Tensor, Tensor, Tensor], Tensor]:
    """A running average that forgets its first steps soon."""

    def averaged(kept: Tensor, current: Tensor, count: Tensor) -> Tensor:
        share = 1 - min(decay, (1 + float(count)) / (10 + float(count)))
        return kept + share * (current - kept)

    return averaged


def _errors(net: nn.Module, valid: Glyphs) -> str:
    logits = logits_of(net, valid)
    digit = valid.label < len(DIGITS)
    junk = valid.label == LABELS.index(JUNK)
    sign = ~digit & ~junk
    wrong = (logits[digit, : len(DIGITS)].argmax(axis=1) != valid.label[digit]).sum()
    backwards = logits_of(net, reversed_strokes(valid.take(np.flatnonzero(digit))))
    wrong_backwards = (backwards[:, : len(DIGITS)].argmax(axis=1) != valid.label[digit]).sum()
    mistaken = logits[sign, :-1].argmax(axis=1) != valid.label[sign]
    taken = logits[junk].argmax(axis=1) < len(DIGITS)
    refused = logits[~junk].argmax(axis=1) == LABELS.index(JUNK)
    return (
        f"valid: digits wrong {wrong} and backwards {wrong_backwards} of {digit.sum()}, "
        f"signs wrong {100 * mistaken.mean():.2f} %, called junk {100 * refused.mean():.2f} %, "
        f"junk called a digit {100 * taken.mean():.2f} %"
    )


def _size(pools: Corpus) -> int:
    return len(epoch(pools, np.random.default_rng(0))) + PICTURES_AN_EPOCH


def _batches(pools: Corpus, steps: int, rng: np.random.Generator) -> Iterator[tuple[Tensor, Tensor]]:
    """Shuffled batches of ink and pictures in their shares."""
    glyphs = epoch(pools, rng)
    glyphs = glyphs.take(rng.permutation(len(glyphs)))
    chosen = rng.choice(len(pools.pictures), PICTURES_AN_EPOCH, replace=False)
    for ink, pictures in zip(np.array_split(np.arange(len(glyphs)), steps), np.array_split(chosen, steps), strict=True):
        part = glyphs.take(ink)
        drawn = images(varied(part, rng), rng.uniform(*RADII, len(part)).astype(np.float32))
        drawn[rng.random(len(part)) < WITHOUT_SENSE, SENSELESS:] = 0.0
        drawn[rng.random(len(part)) < WITHOUT_DIRECTIONS, 1:] = 0.0
        batch = torch.cat([torch.from_numpy(drawn), _pictures(pools.pictures[pictures], rng)])
        labels = np.concatenate([part.label, pools.picture_labels[pictures].astype(np.int64)])
        yield batch.contiguous(memory_format=torch.channels_last), torch.from_numpy(labels)


def _pictures(pictures: np.ndarray, rng: np.random.Generator) -> Tensor:
    """Pictures of ink, turned and slanted a little; they have no directions."""
    count = len(pictures)
    turn, slant = rng.normal(0, 0.10, count), rng.normal(0, 0.12, count)
    wide, tall = np.exp(rng.normal(0.0, 0.08, (2, count)))
    matrix = np.zeros((count, 2, 3), np.float32)
    matrix[:, 0, 0], matrix[:, 0, 1] = np.cos(turn) * wide, slant - np.sin(turn)
    matrix[:, 1, 0], matrix[:, 1, 1] = np.sin(turn), np.cos(turn) * tall
    matrix[:, :, 2] = rng.normal(0, 0.03, (count, 2))
    image = torch.from_numpy(pictures[:, None].astype(np.float32) / 255)
    grid = functional.affine_grid(torch.from_numpy(matrix), list(image.shape), align_corners=False)
    moved = functional.grid_sample(image, grid, align_corners=False)
    return functional.pad(moved, (0, 0, 0, 0, 0, CHANNELS - 1))


def _grouped(net: nn.Module, decay: float) -> list[dict[str, Any]]:
    """Weights decay; biases and normalisation do not."""
    weights = [p for p in net.parameters() if p.ndim > 1]
    rest = [p for p in net.parameters() if p.ndim <= 1]
    return [{"params": weights, "weight_decay": decay}, {"params": rest, "weight_decay": 0.0}]


def _resume(checkpoint: Path, recipe: Recipe, parts: dict[str, Any], say: Callable[[str], None]) -> int:
    if not checkpoint.exists():
        return 0
    saved = torch.load(checkpoint, weights_only=False, map_location="cpu")
    if saved["recipe"] != recipe:
        return 0
    for name, part in parts.items():
        part.load_state_dict(saved[name])
    say(f"going on after epoch {saved['epoch']}")
    return int(saved["epoch"])
