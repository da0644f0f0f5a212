"""Writes a model for Java to read.

    model/          the SavedModel
    inputs.npy      samples
    outputs.npy     what Python predicts for them
"""

from pathlib import Path
from typing import Any

import numpy as np


def describe(folder: Path, inputs: np.ndarray, outputs: Any) -> None:
    """Adds samples and predictions to a folder that holds a model."""
    np.save(folder / "inputs.npy", inputs)
    np.save(folder / "outputs.npy", np.asarray(outputs))
