"""Images to calibrated log probabilities, by ONNX Runtime on one core."""

import numpy as np
import onnxruntime

from recognizer.raster import CHANNELS, SIDE, Floats


class Classifier:
    """The net of an ONNX file. `temperature` divides its logits, so that its odds can be believed."""

    def __init__(self, model: bytes, temperature: float) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a web worker shares its core; ten glyphs are too few to share out
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        self._temperature = temperature
        self.log_probabilities(np.zeros((1, CHANNELS, SIDE, SIDE), np.float32))  # the first run lays out the memory

    def log_probabilities(self, images: Floats) -> Floats:
        """(n, k) for images (n, 3, 28, 28), in one batch."""
        logits = self._session.run(None, {self._input: images})[0].astype(np.float64) / self._temperature
        logits -= logits.max(axis=1, keepdims=True)
        log: Floats = (logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))).astype(np.float32)
        return log
