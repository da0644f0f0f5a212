"""Layers that move values and change none."""

from keras import layers

from layer_cases import IMAGE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        "flatten": (IMAGE, layers.Flatten),
        "flatten_vector": (VECTOR, layers.Flatten),
    }
