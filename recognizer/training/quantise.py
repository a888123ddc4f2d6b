"""Weights and activations of a model in whole numbers of eight bits.

Static: the range of every activation is fixed beforehand, on handwriting. To find it anew in every call costs more
than a net as small as this one gains, and ONNX Runtime has fast convolutions for fixed ranges only.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from recognizer.raster import Floats

AT_ONCE = 64  # images run through the model in single precision, all of whose activations are kept for their ranges


def int8(model: bytes, images: Floats) -> bytes:
    """The single precision `model` in int8, each channel of its weights on a scale of its own.

    `images`: (n, 6, 28, 28), as the reader renders what was learnt; they span the ranges. Weights use seven of the
    eight bits: processors without VNNI add pairs of products in sixteen, and would cut off sums that others keep.
    What follows the convolutions, a fiftieth of the weights, stays as it is: its rounding alone moves some logits by 1.
    """
    with TemporaryDirectory() as place:
        prepared, path = Path(place) / "prepared.onnx", Path(place) / "int8.onnx"
        quant_pre_process(onnx.load_model_from_string(model), prepared, skip_symbolic_shape=True)
        quantize_static(
            prepared,
            path,
            _Ink(images),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["Conv", "Relu", "MaxPool"],
        )
        return path.read_bytes()


class _Ink(CalibrationDataReader):  # type: ignore[misc]  # onnxruntime has no types
    def __init__(self, images: Floats) -> None:
        self._portions = _portions(images)

    def get_next(self) -> dict[str, Floats] | None:
        return next(self._portions, None)


def _portions(images: Floats) -> Iterator[dict[str, Floats]]:
    for rows in np.array_split(images, max(1, len(images) // AT_ONCE)):
        yield {"images": rows}
