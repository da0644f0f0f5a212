"""Writes the SavedModels of Keras that the Java tests read.

    python saved_model_golden.py keras-3     with Keras 3.15.1, TensorFlow 2.21
    python saved_model_golden.py keras-2     with tf_keras 2.21, TensorFlow 2.21

The folders go to src/test/resources/io/rhyton/savedmodel. Value j of variable i is
i + j / 128, which float32 holds exactly.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np

RESOURCES = Path(__file__).parent.parent / "resources" / "io" / "rhyton" / "savedmodel"


def _number(variables: Any) -> None:
    for index, variable in enumerate(variables):
        size = int(np.prod(variable.shape))
        variable.assign(index + np.arange(size).reshape(variable.shape) / 128)


def _fresh(name: str) -> Path:
    folder = RESOURCES / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _keras_3() -> None:
    """Dropout has a seed state among the variables."""
    import keras

    layers = keras.layers
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, activation="relu"),
            layers.Dropout(0.5, seed=1),
            layers.BatchNormalization(),
            layers.Dense(2),
        ]
    )
    _number(model.weights)
    folder = _fresh("keras-3-export")
    model.export(str(folder), verbose=False)
    _remove_what_is_not_read(folder)


def _keras_2() -> None:
    import tf_keras

    for name, optimizer in (
        ("keras-2-saved", tf_keras.optimizers.Adam(0.5)),
        ("keras-2-saved-legacy", tf_keras.optimizers.legacy.Adam(0.5)),
    ):
        tf_keras.backend.clear_session()
        model = tf_keras.Sequential(
            [tf_keras.Input((2,)), tf_keras.layers.Dense(1, name="only")], name="small"
        )
        model.compile(optimizer, "mse")
        model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
        _number(model.weights)
        folder = _fresh(name)
        model.save(str(folder), save_format="tf")
        _remove_what_is_not_read(folder)


def _remove_what_is_not_read(folder: Path) -> None:
    (folder / "fingerprint.pb").unlink()
    (folder / "assets").rmdir()


if __name__ == "__main__":
    {"keras-3": _keras_3, "keras-2": _keras_2}[sys.argv[1]]()
