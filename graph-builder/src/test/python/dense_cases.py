"""Fully connected layers."""

from keras import layers

from layer_cases import FUNCTIONS, IMAGE, SEQUENCE, VECTOR, Case


def cases() -> dict[str, Case]:
    def units(**options) -> Case:
        return VECTOR, lambda: layers.Dense(3, **options)

    return {
        "dense_no_bias": units(use_bias=False),
        "dense_sequence": (SEQUENCE, lambda: layers.Dense(3)),
        "dense_image": (IMAGE, lambda: layers.Dense(3, use_bias=False)),
        **{f"dense_{f}": units(activation=f) for f in FUNCTIONS},
    }
