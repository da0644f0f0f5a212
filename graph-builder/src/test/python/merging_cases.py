"""Merging layers."""

from collections.abc import Callable

import keras
from keras import layers

from layer_cases import SEQUENCE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        **elementwise("average", layers.Average),
        **elementwise("maximum", layers.Maximum),
        **elementwise("minimum", layers.Minimum),
        **elementwise("multiply", layers.Multiply),
        "subtract": vectors(layers.Subtract, 2),
        "subtract_broadcast": sequences(layers.Subtract, ranks),
        "dot": vectors(lambda name: layers.Dot(1, name=name), 2),
        "dot_normalized": vectors(
            lambda name: layers.Dot(-1, normalize=True, name=name), 2
        ),
        "dot_sequences": sequences(dot(2), pair),
        "dot_sequences_steps": sequences(dot(1), pair),
        "dot_sequences_axes": sequences(dot((2, 1)), lambda x: (x, turned(x))),
        "dot_sequences_normalized": sequences(dot(-1, True), pair),
        "dot_ranks": sequences(dot((2, 1)), lambda x: (x, pooled(x))),
        "dot_ranks_turned": sequences(dot((1, 2)), lambda x: (pooled(x), x)),
    }


def elementwise(name: str, merge: type[keras.Layer]) -> dict[str, Case]:
    return {
        name: vectors(merge, 2),
        f"{name}_three": vectors(merge, 3),
        f"{name}_broadcast": sequences(merge, ones),
        f"{name}_ranks": sequences(merge, ranks),
    }


def dot(axes, normalize: bool = False) -> Callable:
    return lambda name: layers.Dot(axes, normalize=normalize, name=name)


def vectors(merge: Callable, count: int) -> Case:
    """Merges dense layers with the same input."""

    def build() -> keras.Model:
        vector = keras.Input(VECTOR, name="input")
        front = layers.Dense(3, use_bias=False, name="front")(vector)
        inputs = [
            layers.Dense(3, name=f"input_{i}")(front) for i in range(count)
        ]
        return keras.Model(vector, merge(name="layer")(inputs))

    return VECTOR, build


def sequences(merge: Callable, inputs: Callable) -> Case:
    """Merges tensors derived from a sequence."""

    def build() -> keras.Model:
        sequence = keras.Input(SEQUENCE, name="input")
        front = layers.Dense(4, use_bias=False, name="front")(sequence)
        merged = merge(name="layer")(list(inputs(front)))
        return keras.Model(sequence, layers.Flatten(name="rows")(merged))

    return SEQUENCE, build


def ones(front):
    """An axis of size 1 in each input, for broadcasting."""
    mean = layers.GlobalAveragePooling1D(keepdims=True, name="mean")(front)
    return layers.Dense(1, name="narrow")(front), mean


def ranks(front):
    return pooled(front), front


def pooled(front):
    return layers.GlobalAveragePooling1D(name="mean")(front)


def pair(front):
    return front, layers.Dense(4, name="other")(front)


def turned(front):
    return layers.Permute((2, 1), name="turned")(front)
