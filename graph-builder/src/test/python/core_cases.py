"""Keras's core layers that do not belong to another family."""

from keras import layers

from layer_cases import IMAGE, SEQUENCE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        "identity": (VECTOR, layers.Identity),
        "identity_sequence": (SEQUENCE, layers.Identity),
        "identity_image": (IMAGE, layers.Identity),
    }
