"""How the nets of the study are trained: the four usual optimisers at their usual rates, and our own recipe."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from torch import nn, optim

COMPARED = ("sgd", "rmsprop", "adam", "adamw")


@dataclass(frozen=True, slots=True)
class Optimiser:
    """`cycle`: the rate rises and falls once (OneCycle), labels are smoothed, and an average of the weights is kept."""

    title: str
    rate: float
    build: Callable[[Iterable[nn.Parameter], float], optim.Optimizer]
    cycle: bool = False


OPTIMISERS: dict[str, Optimiser] = {
    "sgd": Optimiser("SGD, momentum 0.9", 0.05, lambda weights, rate: optim.SGD(weights, rate, momentum=0.9)),
    "rmsprop": Optimiser("RMSprop", 1e-3, lambda weights, rate: optim.RMSprop(weights, rate)),
    "adam": Optimiser("Adam", 1e-3, lambda weights, rate: optim.Adam(weights, rate)),
    "adamw": Optimiser("AdamW", 1e-3, lambda weights, rate: optim.AdamW(weights, rate, weight_decay=0.05)),
    "adamw cycle": Optimiser(
        "AdamW, one cycle, averaged weights",
        4e-3,
        lambda weights, rate: optim.AdamW(weights, rate, weight_decay=0.02),
        cycle=True,
    ),
}
