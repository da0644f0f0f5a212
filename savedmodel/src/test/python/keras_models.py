"""Keras models, exported for Java."""

from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
from keras import layers

import handover

SAMPLES = 40


def _sequential() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((10, 10, 3)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(2),
            layers.Dropout(0.3),
            layers.Flatten(),
            layers.Dense(12, activation="gelu"),
            layers.Dropout(0.5),
            layers.Dense(5, activation="softmax"),
        ]
    )


def _functional() -> keras.Model:
    image = keras.Input((8, 8, 2), name="image")
    wide = layers.Conv2D(4, 3, padding="same")(image)
    narrow = layers.Conv2D(4, 1, padding="same")(image)
    joined = layers.Add()([wide, narrow])
    normalized = layers.BatchNormalization()(joined)
    both = layers.Concatenate()([normalized, layers.Dropout(0.2)(image)])
    pooled = layers.GlobalAveragePooling2D()(both)
    return keras.Model(image, layers.Dense(3, name="scores")(pooled))


def _image_to_image() -> keras.Model:
    image = keras.Input((None, None, 1))
    blurred = layers.Conv2D(2, 3, padding="same", activation="tanh")(image)
    return keras.Model(image, layers.UpSampling2D(2)(blurred))


BUILDERS = {
    "keras-functional": _functional,
    "keras-image-to-image": _image_to_image,
    "keras-sequential": _sequential,
}


def export(build: Callable[[], keras.Model], folder: Path) -> None:
    """Exports a model with random weights in all variables; see handover.py."""
    keras.utils.set_random_seed(5)
    model = build()
    rng = np.random.default_rng(5)
    for weight in model.weights:
        weight.assign(rng.uniform(0.1, 0.5, weight.shape))
    shape = [size or 6 for size in model.input_shape[1:]]
    inputs = rng.uniform(-1, 1, [SAMPLES, *shape]).astype(np.float32)
    model.export(str(folder / "model"), verbose=False)
    handover.describe(folder, inputs, model(inputs, training=False))
    handover.describe_weights(folder, model.weights)
