"""The net: three stages of 3×3 convolutions at 28, 14 and 7 pixels, pooled by mean and by maximum."""

import torch
from torch import Tensor, nn

from recognizer.labels import LABELS
from recognizer.raster import CHANNELS

WIDTHS = (24, 48, 96)


class Net(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """Logits (n, 27) of images (n, 6, 28, 28). About 250 thousand parameters."""

    def __init__(self, widths: tuple[int, int, int] = WIDTHS, classes: int = len(LABELS)) -> None:
        super().__init__()
        first, second, third = widths
        self.features = nn.Sequential(
            *_convolution(CHANNELS, first),
            *_convolution(first, first),
            nn.MaxPool2d(2),  # 14 × 14
            *_convolution(first, second),
            *_convolution(second, second),
            nn.MaxPool2d(2),  # 7 × 7
            *_convolution(second, third),
            *_convolution(third, third),
            *_convolution(third, third),
        )
        self.classify = nn.Sequential(nn.Dropout(0.2), nn.Linear(2 * third, classes))

    def forward(self, images: Tensor) -> Tensor:
        features = self.features(images)  # (n, 96, 7, 7)
        pooled = torch.cat([features.mean(dim=(2, 3)), features.amax(dim=(2, 3))], dim=1)  # (n, 192)
        return self.classify(pooled)


def parameters(net: nn.Module) -> int:
    return sum(weights.numel() for weights in net.parameters())


def _convolution(inputs: int, outputs: int) -> tuple[nn.Module, ...]:
    return (
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )
