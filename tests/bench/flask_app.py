"""How older readers of this kind are served: a picture of 28×28 as PNG comes in, a digit goes out.

`python -m tests.bench.flask_app <weights.onnx> <port>`
"""

import io
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
from flask import Flask, request
from PIL import Image

from recognizer.classifier import Classifier
from recognizer.labels import LABELS
from recognizer.raster import CHANNELS, SIDE


def application(model: bytes) -> Flask:
    net = Classifier(model, temperature=1.0)
    app = Flask(__name__)

    @app.get("/")
    def alive() -> str:
        return "POST a picture to /predict"

    @app.post("/predict")
    def predict() -> dict[str, Any]:
        picture = Image.open(io.BytesIO(request.get_data()), formats=["PNG"]).convert("L")
        images = np.zeros((1, CHANNELS, SIDE, SIDE), np.float32)
        images[0, 0] = np.asarray(picture, dtype=np.float32) / 255
        log = net.log_probabilities(images)[0]
        best = int(log.argmax())
        return {"digit": LABELS[best], "confidence": math.exp(log[best])}

    return app


if __name__ == "__main__":
    weights, port = sys.argv[1:]
    application(Path(weights).read_bytes()).run(port=int(port), threaded=True)
