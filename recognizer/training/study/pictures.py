"""MNIST as tensors: what is learnt from, what choices may look at, and the test; and pictures varied a little."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from recognizer.training import data

HELD_OUT = 5_000
_BUMPS = 5  # a side of the coarse grid by which a picture is bent
_BENT = 0.04  # standard deviation of its displacements


@dataclass(frozen=True, slots=True)
class Pictures:
    images: Tensor  # (n, 1, 28, 28) float32, ink = 1.0
    labels: Tensor  # (n,) int64

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, rows: Tensor) -> "Pictures":
        return Pictures(self.images[rows], self.labels[rows])


def of(images: np.ndarray, labels: np.ndarray) -> Pictures:
    """Pictures of uint8 (n, 28, 28)."""
    return Pictures(torch.from_numpy(images[:, None].astype(np.float32) / 255), torch.from_numpy(labels.astype(int)))


def learnt_and_held_out() -> tuple[Pictures, Pictures]:
    """MNIST's 60,000: the first 55,000, shuffled once and for all, and the rest."""
    every = of(*data.mnist("train"))
    order = torch.from_numpy(np.random.default_rng(60_000).permutation(len(every)))
    return every.take(order[:-HELD_OUT]), every.take(order[-HELD_OUT:])


def test() -> Pictures:
    """MNIST's 10,000: looked at once a run, when it has ended."""
    return of(*data.mnist("test"))


def varied(images: Tensor) -> Tensor:
    """Turned, slanted, stretched, moved and bent a little, as hands differ (Simard et al. 2003)."""
    count = len(images)
    turn, slant = 0.13 * torch.randn(count), 0.12 * torch.randn(count)
    wide, tall = torch.exp(0.08 * torch.randn(2, count))
    right, below = 0.06 * torch.randn(2, count)  # in halves of the side, as all that a grid holds
    across = torch.stack([torch.cos(turn) * wide, slant - torch.sin(turn), right], dim=1)
    down = torch.stack([torch.sin(turn), torch.cos(turn) * tall, below], dim=1)
    grid = functional.affine_grid(torch.stack([across, down], dim=1), list(images.shape), align_corners=False)
    bumps = _BENT * torch.randn(count, 2, _BUMPS, _BUMPS)
    bent = functional.interpolate(bumps, images.shape[-2:], mode="bicubic", align_corners=True)
    return functional.grid_sample(images, grid + bent.permute(0, 2, 3, 1), align_corners=False)
