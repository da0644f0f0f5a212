"""Operations on tensors, which Keras stores alongside the layers."""

from collections.abc import Callable

import keras
from keras import layers, ops

import layer_cases
from text_cases import summary

Case = tuple[tuple[int, ...], Callable[[], keras.Model]]

IMAGE = (4, 5, 3)
VECTOR = (5,)


def cases() -> dict[str, Case]:
    return {
        "numbers": (VECTOR, numbers),
        "powers": (VECTOR, powers),
        "tensors": (VECTOR, tensors),
        "excited": (IMAGE, excited),
        "hard_sigmoid": (IMAGE, hard_sigmoid),
        "nested": (VECTOR, nested),
        "curves": (VECTOR, curves),
        "logarithms": (VECTOR, logarithms),
        "steps_with_edges": (VECTOR, steps),
        "reductions": (IMAGE, reductions),
        "other_reductions": (IMAGE, other_reductions),
    }


def numbers() -> keras.Model:
    """A scalar on either side."""
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, use_bias=False, name="front")(vector)
    results = [
        x * 2,
        0.5 * x,
        x + 1.5,
        3 + x,
        x - 0.25,
        1 - x,
        x / 4,
        -x,
        abs(x),
        ops.square(x),
        ops.maximum(x, 0.1),
        ops.minimum(0.2, x),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def powers() -> keras.Model:
    """Powers of positive values, which are not NaN."""
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, activation="sigmoid", name="left")(vector)
    y = layers.Dense(3, activation="tanh", name="right")(vector)
    results = [1 / x, x**2, x**0.5, 2**y, x**y, ops.sqrt(x)]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def tensors() -> keras.Model:
    vector = keras.Input(VECTOR, name="vector")
    front = layers.Dense(3, use_bias=False, name="front")(vector)
    x = layers.Dense(3, activation="tanh", name="left")(front)
    y = layers.Dense(3, activation="sigmoid", name="right")(front)
    results = [
        x + y,
        x - y,
        x * y,
        x / y,
        x + x,
        ops.maximum(x, y),
        ops.minimum(x, y),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def excited() -> keras.Model:
    """Images with one value per channel, on either side."""
    image = keras.Input(IMAGE, name="image")
    front = layers.Conv2D(2, 1, use_bias=False, name="front")(image)
    mean = layers.GlobalAveragePooling2D(keepdims=True, name="mean")(front)
    gate = layers.Conv2D(2, 1, activation="sigmoid", name="gate")(mean)
    rows = layers.Flatten(name="rows")((gate * front - gate) / (gate + front**2))
    return keras.Model(image, rows, name="golden")


def hard_sigmoid() -> keras.Model:
    """As in MobileNetV3."""
    image = keras.Input(IMAGE, name="image")
    x = layers.Conv2D(2, 1, name="front")(image)
    gate = layers.ReLU(6.0, name="gate")(x + 3.0) * (1.0 / 6.0)
    rows = layers.Flatten(name="rows")(layers.Multiply(name="layer")([gate, x]))
    return keras.Model(image, rows, name="golden")


def block() -> keras.Model:
    values = keras.Input((3,), name="values")
    bent = layers.Dense(3, activation="tanh", name="dense")(values)
    return keras.Model(values, values + bent * 0.1, name="layer")


def nested() -> keras.Model:
    """Operations in a nested model, and weights after operations."""
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, use_bias=False, name="front")(vector)
    y = block()(x * 0.5)
    end = layers.Dense(2, name="end")(y - x)
    return keras.Model(vector, end, name="golden")


def curves() -> keras.Model:
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, activation="tanh", name="front")(vector)
    results = [
        ops.sin(x),
        ops.cos(x),
        ops.tan(x),
        ops.arcsin(x * 0.9),
        ops.arccos(x * 0.9),
        ops.arctan(x),
        ops.sinh(x),
        ops.cosh(x),
        ops.arcsinh(x),
        ops.arctanh(x * 0.9),
        ops.erf(x),
        ops.exp2(x),
        ops.expm1(x),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def logarithms() -> keras.Model:
    """Of positive values."""
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, activation="sigmoid", name="front")(vector)
    results = [
        ops.log(x),
        ops.log1p(x),
        ops.log2(x),
        ops.log10(x),
        ops.arccosh(x + 1.5),
        ops.reciprocal(x),
        ops.rsqrt(x),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def steps() -> keras.Model:
    vector = keras.Input(VECTOR, name="vector")
    x = layers.Dense(3, name="front")(vector)
    results = [ops.sign(x), ops.floor(x * 3), ops.ceil(x * 3), x]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(vector, rows, name="golden")


def reductions() -> keras.Model:
    """With axes as users give them."""
    image = keras.Input(IMAGE, name="image")
    x = layers.Conv2D(2, 1, use_bias=False, name="front")(image)
    results = [
        ops.sum(x, axis=(1, 2)),
        ops.mean(x, axis=[1, 2]),
        ops.max(x, axis=(-3, -2)),
        ops.min(x, axis=(2, 1)),
        layers.Flatten(name="steps")(ops.mean(x, axis=1)),
        layers.Flatten(name="gray")(ops.max(x, axis=-1, keepdims=True)),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(image, rows, name="golden")


def other_reductions() -> keras.Model:
    image = keras.Input(IMAGE, name="image")
    x = layers.Conv2D(2, 1, activation="sigmoid", name="front")(image)
    results = [
        ops.prod(x, axis=(1, 2)),
        ops.var(x, axis=(1, 2)),
        ops.std(x, axis=(1, 2)),
        ops.logsumexp(x, axis=(1, 2)),
        layers.Flatten(name="sums")(ops.logsumexp(x, axis=1, keepdims=True)),
        layers.Flatten(name="spread")(ops.std(x, axis=1, keepdims=True)),
    ]
    rows = layers.Concatenate(name="layer")(results)
    return keras.Model(image, rows, name="golden")


def record(name: str, case: Case) -> dict:
    shape, build = case

    def fresh() -> keras.Model:
        """With the names of the first operations of a session."""
        keras.backend.clear_session()
        return build()

    return {
        "operations": [operation.name for operation in fresh().operations],
        "summary": summary(fresh),
        **layer_cases.record(name, shape, fresh),
    }


def record_all() -> dict:
    return {name: record(name, case) for name, case in cases().items()}
