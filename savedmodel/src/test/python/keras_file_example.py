"""A model that Java wrote, and its expected values.

    start.keras       compiled, before its first training step
    model.keras       after HALF steps
    alone.weights.h5  the same without architecture; Keras 3.4 deletes a model.weights.h5
                      beside a file that it loads
    config.json       the same without weights
    summary.txt       Java's table of its layers
    inputs.npy        samples of each step, with steps as the first axis
    labels.npy        their labels, with steps as the first axis
    outputs.npy       the predictions of model.keras for the samples of the first step
    scores.txt        the names of losses and metrics, one per line
    since.txt         the first Keras that trains it as Java does, and how older versions differ:
                      TRAINS_OTHERWISE, or REFUSES_STATE, that of the optimizer
    weights-<n>/<i>.npy   the weights after n steps, in the model's order

With several inputs or outputs the files are inputs-0.npy and so on.
"""

import json
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

import keras
import numpy as np

HALF = 20
VERSION = tuple(map(int, keras.__version__.split(".")[:2]))


class Example:
    """One model of FOLDER/java; the model of Keras goes to `results`."""

    def __init__(self, path: Path, results: Path) -> None:
        self.name = path.name
        self.path = path
        self.results = results / keras.__version__ / path.name
        self.inputs = _load_steps(path, "inputs")
        self.labels = _load_steps(path, "labels")
        self.outputs = _load(path, "outputs")
        self.scores = (path / "scores.txt").read_text("utf-8").split()
        since, self.before = (path / "since.txt").read_text("utf-8").split()
        self.is_too_new = VERSION < tuple(map(int, since.split(".")))

    def weights(self, steps: int) -> list[np.ndarray]:
        return read_weights(self.path / f"weights-{steps}")

    @property
    def is_refused(self) -> bool:
        return self.is_too_new and self.before == "REFUSES_STATE"

    @property
    def trains_otherwise(self) -> bool:
        return self.is_too_new and self.before == "TRAINS_OTHERWISE"

    @cached_property
    def opened(self) -> keras.Model:
        """A model shared by all checks, which must not train it."""
        return self.load()

    def load(self, file: str = "model.keras") -> keras.Model:
        path = self.path / file
        model = keras.models.load_model(path, compile=not self.is_refused)
        if self.is_refused:
            with zipfile.ZipFile(path) as archive:
                config = json.loads(archive.read("config.json"))
            model.compile_from_config(config["compile_config"])
        # As in Java; jit_compile is not part of the file.
        model.jit_compile = False
        return model

    def train(self, model: keras.Model, first: int, last: int) -> None:
        for step in range(first, last):
            model.train_on_batch(self.inputs[step], self.labels[step])


def read_weights(folder: Path) -> list[np.ndarray]:
    return [np.load(folder / f"{i}.npy") for i in range(len(list(folder.iterdir())))]


def _load(path: Path, name: str) -> list[np.ndarray]:
    single = path / f"{name}.npy"
    files = [single] if single.exists() else sorted(path.glob(f"{name}-*.npy"))
    return [np.load(file) for file in files]


def _load_steps(path: Path, name: str) -> list[Any]:
    """The input of Keras in each step: an array, or a list of several."""
    arrays = _load(path, name)
    return list(arrays[0]) if len(arrays) == 1 else [list(step) for step in zip(*arrays)]


def outputs_of(model: keras.Model, inputs: Any) -> list[np.ndarray]:
    outputs = model.predict(inputs, verbose=0)
    return outputs if isinstance(outputs, list) else [outputs]


def weights_of(model: keras.Model) -> list[np.ndarray]:
    """Weights in the order of Java: layer by layer, with the layers of nested models in place."""
    found = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found += weights_of(layer)
        else:
            found += [weight.numpy() for weight in layer.weights]
    return found


def assert_near(actual: list[np.ndarray], expected: list[np.ndarray], tolerance: float) -> None:
    """Asserts that no value differs by more than a fraction of the largest in its array."""
    assert len(actual) == len(expected), (len(actual), len(expected))
    for index, (a, e) in enumerate(zip(actual, expected)):
        assert a.shape == e.shape, (index, a.shape, e.shape)
        scale = np.max(np.abs(e), initial=1e-3)
        off = np.max(np.abs(a - e), initial=0) / scale
        assert off <= tolerance, f"weight {index} is off by {off:.2e} of {scale:.2e}"
