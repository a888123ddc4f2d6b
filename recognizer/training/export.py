"""From the net to the ONNX file that the site serves."""

import io
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from recognizer.raster import CHANNELS, SIDE

LARGE = 1_000  # weights; smaller tensors stay in single precision


def export(net: nn.Module, path: Path) -> None:
    """Writes `net` in half precision: half the download."""
    path.write_bytes(half(single(net)))


def single(net: nn.Module) -> bytes:
    """The ONNX model of `net`, for any number of images at a time, in single precision as it was trained."""
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the TorchScript exporter announces its successor, which needs onnxscript
        torch.onnx.export(
            net.eval().to(memory_format=torch.contiguous_format),
            (torch.zeros(2, CHANNELS, SIDE, SIDE),),
            target,
            input_names=["images"],
            output_names=["logits"],
            dynamic_axes={"images": {0: "glyphs"}, "logits": {0: "glyphs"}},
            opset_version=17,
            dynamo=False,
        )
    return _checked(onnx.load_model_from_string(target.getvalue()))


def half(model: bytes) -> bytes:
    """The model with its large weights stored as float16, and cast on loading, which ONNX Runtime does once."""
    halved = onnx.load_model_from_string(model)
    graph = halved.graph
    casts = []
    for tensor in graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.size < LARGE:
            continue
        name, stored = tensor.name, f"{tensor.name}.half"
        tensor.CopyFrom(numpy_helper.from_array(weights.astype(np.float16), stored))
        casts.append(helper.make_node("Cast", [stored], [name], to=TensorProto.FLOAT))
    nodes = list(graph.node)
    del graph.node[:]
    graph.node.extend([*casts, *nodes])
    return _checked(halved)


def _checked(model: onnx.ModelProto) -> bytes:
    onnx.checker.check_model(model)
    stored: bytes = model.SerializeToString()
    return stored
