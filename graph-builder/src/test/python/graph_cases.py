"""Non-sequential models: branches, shared, nested and frozen layers."""

from collections.abc import Callable

import keras
from keras import layers

import layer_cases
from text_cases import summary

Case = tuple[tuple[int, ...], Callable[[], keras.Model]]

IMAGE = (4, 5, 3)
VECTOR = (5,)


def cases() -> dict[str, Case]:
    return {
        "add": (IMAGE, add),
        "add_three": (VECTOR, add_three),
        "concatenate": (IMAGE, concatenate),
        "concatenate_rows": (IMAGE, concatenate_rows),
        "shared_dense": (VECTOR, shared_dense),
        "shared_batch_normalization": (VECTOR, shared_batch_normalization),
        "nested": (VECTOR, nested),
        "nested_twice": (VECTOR, nested_twice),
        "frozen": (IMAGE, frozen),
        "frozen_nested": (VECTOR, frozen_nested),
        "depths": (VECTOR, depths),
    }


def image_model(join: Callable) -> keras.Model:
    """Joins two convolutions of the same input."""
    image = keras.Input(IMAGE, name="image")
    front = layers.Conv2D(2, 1, use_bias=False, name="front")(image)
    left = layers.Conv2D(2, 3, padding="same", name="left")(front)
    right = layers.Conv2D(2, 1, name="right")(front)
    rows = layers.Flatten(name="rows")(join(left, right))
    return keras.Model(image, rows, name="golden")


def add() -> keras.Model:
    return image_model(lambda x, y: layers.Add(name="layer")([x, y]))


def add_three() -> keras.Model:
    vector = keras.Input(VECTOR, name="vector")
    front = layers.Dense(3, use_bias=False, name="front")(vector)
    left = layers.Dense(3, activation="tanh", name="left")(front)
    right = layers.Dense(3, name="right")(front)
    out = layers.Add(name="layer")([front, left, right])
    return keras.Model(vector, out, name="golden")


def concatenate() -> keras.Model:
    return image_model(lambda x, y: layers.Concatenate(name="layer")([x, y]))


def concatenate_rows() -> keras.Model:
    return image_model(
        lambda x, y: layers.Concatenate(axis=1, name="layer")([x, y, x])
    )


def shared(layer: keras.Layer) -> keras.Model:
    vector = keras.Input(VECTOR, name="vector")
    left = layers.Dense(4, use_bias=False, name="left")(vector)
    right = layers.Dense(4, activation="relu", name="right")(vector)
    out = layers.Concatenate(name="both")([layer(left), layer(right)])
    return keras.Model(vector, out, name="golden")


def shared_dense() -> keras.Model:
    return shared(layers.Dense(3, activation="tanh", name="layer"))


def shared_batch_normalization() -> keras.Model:
    return shared(layers.BatchNormalization(momentum=0.6, name="layer"))


def block() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((4,), name="values"),
            layers.Dense(3, activation="relu", name="dense"),
            layers.BatchNormalization(momentum=0.6, name="norm"),
        ],
        name="layer",
    )


def nested() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input(VECTOR, name="input_layer"),
            layers.Dense(4, use_bias=False, name="front"),
            block(),
            layers.Dense(2, name="dense"),
        ],
        name="golden",
    )


def branched_block() -> keras.Model:
    values = keras.Input((4,), name="values")
    left = layers.Dense(3, activation="relu", name="dense")(values)
    right = layers.Dense(3, name="dense_1")(values)
    out = layers.Add(name="sum")([left, right])
    return keras.Model(values, out, name="layer")


def nested_twice() -> keras.Model:
    return shared(branched_block())


def frozen() -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input(IMAGE, name="input_layer"),
            layers.Conv2D(2, 1, use_bias=False, name="front"),
            layers.Conv2D(3, 3, name="layer", kernel_regularizer="l2"),
            layers.BatchNormalization(momentum=0.6, name="norm"),
            layers.Flatten(name="rows"),
        ],
        name="golden",
    )
    model.get_layer("layer").trainable = False
    model.get_layer("norm").trainable = False
    return model


def frozen_nested() -> keras.Model:
    model = nested()
    model.get_layer("layer").trainable = False
    return model


def depths() -> keras.Model:
    """Branches of different depths, for the order of the layers."""
    vector = keras.Input(VECTOR, name="vector")
    late = layers.Dense(3, name="late")(vector)
    a = layers.Dense(3, name="a")(vector)
    b = layers.Dense(3, name="b", activation="relu")(a)
    c = layers.Dense(3, name="c")(a)
    d = layers.Add(name="layer")([c, b])
    e = layers.Concatenate(name="e")([late, d, a])
    return keras.Model(vector, layers.Dense(2, name="end")(e), name="golden")


def record(name: str, case: Case) -> dict:
    shape, build = case
    return {
        "layers": [layer.name for layer in build().layers],
        "summary": summary(build),
        **layer_cases.record(name, shape, build),
    }


def record_all() -> dict:
    return {name: record(name, case) for name, case in cases().items()}
