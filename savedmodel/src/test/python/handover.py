"""Writes a model for Java to read.

    model/          the SavedModel
    inputs.npy      samples
    outputs.npy     what Python predicts for them

for Keras's exports:

    weights/0.npy   the values of the first weight, and so on

and where it trained on:

    trained-outputs.npy     what Python predicts then
"""

from pathlib import Path
from typing import Any

import numpy as np


def describe(folder: Path, inputs: np.ndarray, outputs: Any) -> None:
    """Adds samples and predictions to a folder that holds a model."""
    np.save(folder / "inputs.npy", inputs)
    np.save(folder / "outputs.npy", np.asarray(outputs))


def describe_trained(folder: Path, outputs: Any) -> None:
    """Adds the predictions after more training."""
    np.save(folder / "trained-outputs.npy", np.asarray(outputs))


def describe_weights(folder: Path, weights: Any) -> None:
    """Adds what the file should hold."""
    (folder / "weights").mkdir()
    for index, weight in enumerate(weights):
        np.save(folder / "weights" / f"{index}.npy", np.asarray(weight))
