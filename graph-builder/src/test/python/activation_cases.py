"""Activation functions as layers."""

from keras import layers

from layer_cases import FUNCTIONS, IMAGE, VECTOR, Case


def cases() -> dict[str, Case]:
    def apply(shape, function) -> Case:
        return shape, lambda: layers.Activation(function)

    return {
        **{f"activation_{f}": apply(VECTOR, f) for f in FUNCTIONS},
        **{
            f"activation_{f}_image": apply(IMAGE, f)
            for f in ("relu", "softmax")
        },
    }
