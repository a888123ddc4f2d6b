"""Training one net of the study to its last epoch; nothing is chosen on the way. Every epoch can be resumed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import swa_utils
from torch.optim.lr_scheduler import LRScheduler, OneCycleLR

from recognizer.training.study.nets import build
from recognizer.training.study.optimisers import OPTIMISERS
from recognizer.training.study.pictures import Pictures, varied
from recognizer.training.study.plan import Run

BATCH = 128
SMOOTHING = 0.05
AVERAGE = 0.998


@dataclass(slots=True)
class Training:
    """A net between two epochs. `kept` is the net that counts: where the recipe says so, an average of the weights."""

    net: nn.Module
    descent: torch.optim.Optimizer
    schedule: LRScheduler | None
    average: swa_utils.AveragedModel | None
    smoothing: float
    seconds: float = 0.0  # of the processor
    curve: list[tuple[float, int]] = field(default_factory=list)  # for each epoch: loss, wrong of the held out

    @property
    def kept(self) -> nn.Module:
        return self.average.module if self.average else self.net


def fit(run: Run, learnt: Pictures, held_out: Pictures, checkpoint: Path, say: Callable[[str], None]) -> Training:
    """The training after its last epoch. Goes on from `checkpoint` where there is one."""
    chosen = learnt.take(torch.arange(min(run.pictures, len(learnt))))
    training = begin(run, steps=-(-len(chosen) // BATCH))
    if checkpoint.exists():
        restore(training, torch.load(checkpoint, weights_only=False))
    while len(training.curve) < run.epochs:
        began = time.process_time()
        loss = _epoch(training, chosen, augmented=run.augmented)
        training.seconds += time.process_time() - began
        training.curve.append((loss, wrong(training.kept, held_out)))
        torch.save(state(training), checkpoint)
        say(_progress(run, training, len(chosen)))
    training.kept.eval()
    return training


def begin(run: Run, steps: int) -> Training:
    """Everything before the first epoch, of `steps` batches."""
    optimiser = OPTIMISERS[run.optimiser]
    net = build(run.net, run.seed)
    descent = optimiser.build(net.parameters(), optimiser.rate)
    if not optimiser.cycle:
        return Training(net, descent, None, None, 0.0)
    schedule = OneCycleLR(descent, optimiser.rate, total_steps=run.epochs * steps)
    average = swa_utils.AveragedModel(net, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(AVERAGE), use_buffers=True)
    return Training(net, descent, schedule, average, SMOOTHING)


def state(training: Training) -> dict[str, Any]:
    parts = {name: part.state_dict() for name, part in _parts(training).items()}
    return parts | {"seconds": training.seconds, "curve": training.curve, "chance": torch.get_rng_state()}


def restore(training: Training, saved: dict[str, Any]) -> None:
    """What is drawn from here on is what would have been drawn without the stop."""
    for name, part in _parts(training).items():
        part.load_state_dict(saved[name])
    training.seconds, training.curve = saved["seconds"], saved["curve"]
    torch.set_rng_state(saved["chance"])


def probabilities(net: nn.Module, images: Tensor, batch: int = 1_000) -> Tensor:
    """(n, 10), rows sum to 1."""
    net.eval()
    with torch.inference_mode():
        return torch.cat([net(part).softmax(dim=1) for part in images.split(batch)])


def wrong(net: nn.Module, pictures: Pictures) -> int:
    return int((probabilities(net, pictures.images).argmax(dim=1) != pictures.labels).sum())


def _parts(training: Training) -> dict[str, Any]:
    parts = {
        "net": training.net,
        "descent": training.descent,
        "schedule": training.schedule,
        "average": training.average,
    }
    return {name: part for name, part in parts.items() if part is not None}


def _epoch(training: Training, pictures: Pictures, *, augmented: bool) -> float:
    """The mean loss."""
    loss = 0.0
    training.net.train()
    for rows in torch.randperm(len(pictures)).split(BATCH):
        batch = pictures.take(rows)
        images = varied(batch.images) if augmented else batch.images
        error = _error(training, images, batch.labels)
        training.descent.zero_grad(set_to_none=True)
        error.backward()
        training.descent.step()
        if training.schedule and training.average:
            training.schedule.step()
            training.average.update_parameters(training.net)
        loss += error.item() * len(rows)
    return loss / len(pictures)


def _error(training: Training, images: Tensor, labels: Tensor) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):  # 1.5 times as fast as float32 where the processor has it
        logits = training.net(images.contiguous(memory_format=torch.channels_last))
    return functional.cross_entropy(logits.float(), labels, label_smoothing=training.smoothing)


def _progress(run: Run, training: Training, pictures: int) -> str:
    done = len(training.curve)
    loss, missed = training.curve[-1]
    left = (run.epochs - done) * training.seconds / done
    return (
        f"  {run.net}, {run.optimiser}, epoch {done}/{run.epochs}  loss {loss:.4f}  held out: {missed} wrong  "
        f"{done * pictures / training.seconds:,.0f} pictures/s  {left / 60:.1f} min of the processor left"
    )
