"""A model that Java wrote, and its expected values.

    model/             the SavedModel
    inputs.npy         samples
    outputs.npy        the predictions of Java for them
    other-inputs.npy, other-outputs.npy
                       the same for samples of another size, if the model accepts any
    weights/names.txt  one line per weight: its name, and whether it is trainable
    weights/0.npy      the values of the first weight, and so on

and if it was written with training:

    labels.npy         the labels, also integer ones as floats
    optimizer/         the optimizer's variables, as the weights
    scores.txt         the scores of Java's evaluate, then a line per training step
    trained-weights/   the weights after those steps
    trained-optimizer/ the optimizer's variables after those steps
"""

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5


class Weight(NamedTuple):
    """A weight in Java."""

    name: str
    trainable: bool
    values: np.ndarray


class Example:
    """One model of FOLDER/java; models derived from it go to the folder `results`."""

    def __init__(self, path: Path, results: Path) -> None:
        self.name = path.name
        self.results = results
        self.folder = str(path / "model")
        self.inputs = np.load(path / "inputs.npy")
        self.outputs = np.load(path / "outputs.npy")
        self.weights = _read_weights(path / "weights")
        self._path = path

    @property
    def trainable(self) -> list[Weight]:
        return [weight for weight in self.weights if weight.trainable]

    @property
    def non_trainable(self) -> list[Weight]:
        return [weight for weight in self.weights if not weight.trainable]

    @property
    def takes_any_size(self) -> bool:
        """Whether the model takes samples of any size."""
        return (self._path / "other-inputs.npy").exists()

    @property
    def other_inputs(self) -> np.ndarray:
        return np.load(self._path / "other-inputs.npy")

    @property
    def other_outputs(self) -> np.ndarray:
        return np.load(self._path / "other-outputs.npy")

    @property
    def trains(self) -> bool:
        """Whether it was written with training."""
        return (self._path / "labels.npy").exists()

    @cached_property
    def labels(self) -> np.ndarray:
        """The labels in the format of the model's loss."""
        labels = np.load(self._path / "labels.npy")
        return labels.astype(np.int64) if labels.ndim == 1 else labels

    @property
    def optimizer(self) -> list[Weight]:
        return _read_weights(self._path / "optimizer")

    @property
    def trained_weights(self) -> list[Weight]:
        return _read_weights(self._path / "trained-weights")

    @property
    def trained_optimizer(self) -> list[Weight]:
        return _read_weights(self._path / "trained-optimizer")

    @property
    def scores(self) -> list[dict[str, float]]:
        """The scores of evaluate, then those of each step."""
        lines = (self._path / "scores.txt").read_text().splitlines()
        return [_read_scores(line.split(" ")) for line in lines]

    @cached_property
    def model(self) -> Any:
        """The loaded model, for checks that do not change its variables."""
        return self.load()

    def load(self) -> Any:
        """A newly loaded model, for checks that change its variables."""
        return tf.saved_model.load(self.folder)


def _read_weights(path: Path) -> list[Weight]:
    weights = []
    for index, line in enumerate((path / "names.txt").read_text().splitlines()):
        name, trainable = line.split(" ")
        values = np.load(path / f"{index}.npy")
        weights.append(Weight(name, trainable == "true", values))
    return weights


def _read_scores(words: list[str]) -> dict[str, float]:
    return {name: float(value) for name, value in zip(words[::2], words[1::2])}


def assert_close(actual: Any, expected: Any) -> None:
    np.testing.assert_allclose(actual, expected, rtol=0, atol=TOLERANCE)


def assert_holds(variables: Any, weights: list[Weight]) -> None:
    """The variables equal the weights: names, order, shapes, and every bit."""
    assert [v.name for v in variables] == [f"{w.name}:0" for w in weights]
    for variable, weight in zip(variables, weights):
        assert variable.dtype == tf.float32, variable
        assert variable.trainable == weight.trainable, variable
        assert variable.shape == weight.values.shape, variable
        assert variable.numpy().tobytes() == weight.values.tobytes(), variable
