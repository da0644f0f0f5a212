"""A model that Java wrote, and what Java knows of it.

    start.keras       compiled, before its first training step
    model.keras       after HALF steps
    alone.weights.h5  the same without architecture; Keras 3.4 deletes a model.weights.h5
                      beside a file that it loads
    config.json       the same without weights
    summary.txt       Java's table of its layers
    inputs.npy        samples of each step, a step first
    labels.npy        their labels, a step first
    outputs.npy       what model.keras predicts for the samples of the first step
    weights-<n>/<i>.npy   the weights after n steps, in the model's order
"""

from pathlib import Path

import keras
import numpy as np

HALF = 20


class Example:
    """One model of FOLDER/java; `results` is where Keras's own is to go."""

    def __init__(self, path: Path, results: Path) -> None:
        self.name = path.name
        self.path = path
        self.results = results / keras.__version__ / path.name
        self.inputs = np.load(path / "inputs.npy")
        self.labels = np.load(path / "labels.npy")
        self.outputs = np.load(path / "outputs.npy")

    def weights(self, steps: int) -> list[np.ndarray]:
        folder = self.path / f"weights-{steps}"
        return [np.load(folder / f"{i}.npy") for i in range(len(list(folder.iterdir())))]

    def load(self, file: str = "model.keras") -> keras.Model:
        model = keras.models.load_model(self.path / file)
        # As Java runs; jit_compile is no part of the file.
        model.jit_compile = False
        return model

    def train(self, model: keras.Model, first: int, last: int) -> None:
        for step in range(first, last):
            model.train_on_batch(self.inputs[step], self.labels[step])


def weights_of(model: keras.Model) -> list[np.ndarray]:
    """In the order of Java: layer by layer, the layers of a model in its place."""
    found = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found += weights_of(layer)
        else:
            found += [weight.numpy() for weight in layer.weights]
    return found


def assert_near(actual: list[np.ndarray], expected: list[np.ndarray], tolerance: float) -> None:
    """No value is off by more than so much of the largest in its array."""
    assert len(actual) == len(expected), (len(actual), len(expected))
    for index, (a, e) in enumerate(zip(actual, expected)):
        assert a.shape == e.shape, (index, a.shape, e.shape)
        scale = np.max(np.abs(e), initial=1e-3)
        off = np.max(np.abs(a - e), initial=0) / scale
        assert off <= tolerance, f"weight {index} is off by {off:.2e} of {scale:.2e}"
