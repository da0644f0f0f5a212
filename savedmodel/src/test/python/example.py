"""A model that Java wrote, and what Java knows of it.

    model/          the SavedModel
    inputs.npy      samples
    outputs.npy     what Java predicts for them
    weights.txt     a line for each weight: its name, and whether it is trainable
    weights/0.npy   the values of the first weight, and so on
"""

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5


class Weight(NamedTuple):
    """A weight as Java has it."""

    name: str
    trainable: bool
    values: np.ndarray


class Example:
    """One model of FOLDER/java; models made of it go to the folder `results`."""

    def __init__(self, path: Path, results: Path) -> None:
        self.name = path.name
        self.results = results
        self.folder = str(path / "model")
        self.inputs = np.load(path / "inputs.npy")
        self.outputs = np.load(path / "outputs.npy")
        self.weights = _read_weights(path)

    @property
    def trainable(self) -> list[Weight]:
        return [weight for weight in self.weights if weight.trainable]

    @property
    def non_trainable(self) -> list[Weight]:
        return [weight for weight in self.weights if not weight.trainable]

    @cached_property
    def model(self) -> Any:
        """The loaded model, for checks that leave its variables alone."""
        return self.load()

    def load(self) -> Any:
        """The model loaded anew, for checks that change its variables."""
        return tf.saved_model.load(self.folder)


def _read_weights(path: Path) -> list[Weight]:
    weights = []
    for index, line in enumerate((path / "weights.txt").read_text().splitlines()):
        name, trainable = line.split(" ")
        values = np.load(path / "weights" / f"{index}.npy")
        weights.append(Weight(name, trainable == "true", values))
    return weights


def assert_close(actual: Any, expected: Any) -> None:
    np.testing.assert_allclose(actual, expected, rtol=0, atol=TOLERANCE)


def assert_holds(variables: Any, weights: list[Weight]) -> None:
    """The variables are the weights: names, order, shapes, and every bit."""
    assert [v.name for v in variables] == [f"{w.name}:0" for w in weights]
    for variable, weight in zip(variables, weights):
        assert variable.dtype == tf.float32, variable
        assert variable.trainable == weight.trainable, variable
        assert variable.shape == weight.values.shape, variable
        assert variable.numpy().tobytes() == weight.values.tobytes(), variable
