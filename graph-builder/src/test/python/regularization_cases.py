"""Layers that disturb what they are given in training."""

from keras import layers

from layer_cases import IMAGE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        "dropout": (VECTOR, lambda: layers.Dropout(0.4, seed=1337)),
        "dropout_image": (IMAGE, lambda: layers.Dropout(0.25, seed=7)),
        "dropout_rate_0": (VECTOR, lambda: layers.Dropout(0.0, seed=7)),
    }
