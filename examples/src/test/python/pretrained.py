"""Creates the pretrained model of FineTuneTest.

    pip install keras==3.15.1 tensorflow-cpu==2.21.0
    python pretrained.py
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"

from pathlib import Path

import keras
import numpy as np
from keras import layers

FILE = "../resources/io/rhyton/examples/programs/transfer/pretrained.keras"


def main() -> None:
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((32, 32, 3), name="input_layer"),
            layers.Rescaling(1 / 255, name="rescaling"),
            layers.Conv2D(4, 3, strides=4, name="edges"),
            layers.BatchNormalization(name="norm"),
            layers.ReLU(name="relu"),
            layers.GlobalAveragePooling2D(name="pooled"),
            layers.Dense(5, activation="softmax", name="head"),
        ]
    )
    model.compile(
        "adam", "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    rng = np.random.default_rng(1)
    images = rng.integers(256, size=(64, 32, 32, 3)).astype(np.float32)
    model.fit(images, rng.integers(5, size=64), verbose=0)
    model.save(Path(__file__).parent / FILE)


if __name__ == "__main__":
    main()
