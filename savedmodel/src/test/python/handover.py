"""Writes a model for Java to read.

    model/          the SavedModel
    inputs.npy      samples
    outputs.npy     the predictions of Python for them

for Keras's exports:

    weights/0.npy   the values of the first weight, and so on

and if it was trained further:

    trained-outputs.npy     the predictions of Python afterwards
"""

from pathlib import Path
from typing import Any

import numpy as np


def describe(folder: Path, inputs: np.ndarray, outputs: Any) -> None:
    """Adds samples and predictions to the folder of a model."""
    np.save(folder / "inputs.npy", inputs)
    np.save(folder / "outputs.npy", np.asarray(outputs))


def describe_trained(folder: Path, outputs: Any) -> None:
    """Adds the predictions after more training."""
    np.save(folder / "trained-outputs.npy", np.asarray(outputs))


def describe_weights(folder: Path, weights: Any) -> None:
    """Adds the expected weights."""
    (folder / "weights").mkdir()
    for index, weight in enumerate(weights):
        np.save(folder / "weights" / f"{index}.npy", np.asarray(weight))
