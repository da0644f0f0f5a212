"""The examples rebuilt in Keras, layer by layer."""

import keras
from keras import layers

from example import Example


def _every_layer() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((12, 12, 3)),
            layers.Rescaling(0.5, offset=0.1),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(2),
            layers.Conv2D(6, (3, 2), strides=(2, 1), use_bias=False),
            layers.BatchNormalization(scale=False, momentum=0.9, epsilon=0.01),
            layers.Activation("elu"),
            layers.Dropout(0.2),
            layers.AveragePooling2D(2, strides=1, padding="same"),
            layers.GlobalAveragePooling2D(),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )


def _vectors() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((7,)),
            layers.Dense(16, activation="tanh"),
            layers.BatchNormalization(),
            layers.Dense(3, use_bias=False),
        ]
    )


_BUILDERS = {"every_layer": _every_layer, "vectors": _vectors}


def has_twin(example: Example) -> bool:
    return example.name in _BUILDERS


def twin(example: Example) -> keras.Model:
    """The same model with the same weights."""
    keras.backend.clear_session()  # Resets the numbering of names.
    model = _BUILDERS[example.name]()
    model.set_weights([weight.values for weight in example.weights])
    return model
