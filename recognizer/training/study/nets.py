"""The nets of the study: those that older systems of this kind published, ours, and a ladder of depths.

Each takes pictures (n, 1, 28, 28), ink = 1.0, and gives logits (n, 10).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional

from recognizer.labels import DIGITS
from recognizer.raster import CHANNELS
from recognizer.training.net import Net

DEPTHS = (1, 2, 3, 4, 5)  # convolutions
_DEPTH_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Architecture:
    title: str
    build: Callable[[], nn.Module]


class Ours(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """The shipped net with ten classes. A picture has ink and no directions."""

    def __init__(self) -> None:
        super().__init__()
        self.net = Net(classes=len(DIGITS))

    def forward(self, pictures: Tensor) -> Tensor:
        return self.net(functional.pad(pictures, (0, 0, 0, 0, 0, CHANNELS - 1)))


class WithoutDirections(nn.Module):  # type: ignore[misc]
    """A net of the study behind the reader's images (n, 3, 28, 28): it sees their ink alone."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, images: Tensor) -> Tensor:
        return self.net(images[:, :1])


def two_convolutions() -> nn.Module:
    """(a) Two 3×3 convolutions of 64 and 128, each pooled, and 128 dense units."""
    return nn.Sequential(
        *_convolution(1, 64, 3),
        nn.MaxPool2d(2),  # 64 × 14 × 14
        *_convolution(64, 128, 3),
        nn.MaxPool2d(2),  # 128 × 7 × 7
        *_dense(128 * 7 * 7, 128),
    )


def four_convolutions() -> nn.Module:
    """(b) Two 5×5 convolutions of 32, pooled, two 3×3 of 64, pooled, and 256 dense units: 887,530 parameters."""
    return nn.Sequential(
        *_convolution(1, 32, 5),
        *_convolution(32, 32, 5),
        nn.MaxPool2d(2),  # 32 × 14 × 14
        nn.Dropout(0.25),
        *_convolution(32, 64, 3),
        *_convolution(64, 64, 3),
        nn.MaxPool2d(2),  # 64 × 7 × 7
        nn.Dropout(0.25),
        *_dense(64 * 7 * 7, 256, dropout=0.5),
    )


def one_convolution() -> nn.Module:
    """(c) Convolution, pool, flatten, dense, dropout."""
    return nn.Sequential(
        *_convolution(1, 32, 3),
        nn.MaxPool2d(2),  # 32 × 14 × 14
        *_dense(32 * 14 * 14, 128, dropout=0.5),
    )


def of_depth(depth: int) -> nn.Module:
    """`depth` 3×3 convolutions; the first two are pooled, and 64 dense units follow."""
    layers: list[nn.Module] = []
    channels, side = 1, 28
    for number in range(depth):
        wider = _DEPTH_WIDTH * min(number + 1, 3)
        layers += _convolution(channels, wider, 3)
        channels = wider
        if number < 2:
            layers.append(nn.MaxPool2d(2))
            side //= 2
    return nn.Sequential(*layers, *_dense(channels * side * side, 64))


ARCHITECTURES: dict[str, Architecture] = {
    "a": Architecture("(a) 3×3×64, pool, 3×3×128, pool, dense 128", two_convolutions),
    "b": Architecture("(b) [5×5×32]², pool, [3×3×64]², pool, dense 256", four_convolutions),
    "c": Architecture("(c) 3×3×32, pool, dense 128, dropout", one_convolution),
    "d": Architecture("(d) our net, ten classes, no directions", Ours),
    **{f"depth {depth}": Architecture(f"{depth} convolutions", partial(of_depth, depth)) for depth in DEPTHS},
}


def build(name: str, seed: int = 0) -> nn.Module:
    """The named net with weights drawn from `seed`."""
    torch.manual_seed(seed)
    return ARCHITECTURES[name].build().to(memory_format=torch.channels_last)


def _convolution(inputs: int, outputs: int, side: int) -> list[nn.Module]:
    return [nn.Conv2d(inputs, outputs, side, padding=side // 2), nn.ReLU(inplace=True)]


def _dense(inputs: int, units: int, dropout: float = 0.0) -> list[nn.Module]:
    return [
        nn.Flatten(),
        nn.Linear(inputs, units),
        nn.ReLU(inplace=True),
        nn.Dropout(dropout),
        nn.Linear(units, len(DIGITS)),
    ]
