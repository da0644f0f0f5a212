"""Preprocessing layers."""

from keras import layers

from layer_cases import IMAGE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        "rescaling": (IMAGE, lambda: layers.Rescaling(1 / 255)),
        "rescaling_offset": (
            VECTOR,
            lambda: layers.Rescaling(1 / 127.5, offset=-1),
        ),
        "rescaling_channels": (
            VECTOR,
            lambda: layers.Rescaling(
                [0.5, 2.0, -1.5, 1.0], offset=[-0.25, 0.0, 0.75, 1.0]
            ),
        ),
    }
