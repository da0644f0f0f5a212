"""Models with several inputs and outputs, or outputs of higher rank."""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import numpy as np
from keras import layers, losses, optimizers

from recording import fill, generator, numbers, weights

SAMPLES = 8
CLASSES = 3


class Case(NamedTuple):
    """A compiled model, and which outputs have class indices as labels."""

    build: Callable[[], keras.Model]
    class_indices: tuple[bool, ...]


def cases() -> dict[str, Case]:
    return {
        "losses_by_name": Case(losses_by_name, (True, False)),
        "one_loss": Case(one_loss, (False, False)),
        "one_output_without_loss": Case(one_output_without_loss, (True, False)),
        "pixels": Case(pixels, (True,)),
        "pixels_one_hot": Case(pixels_one_hot, (False,)),
        "pixels_binary": Case(pixels_binary, (False,)),
        "pixels_squares": Case(pixels_squares, (False,)),
        "weighted": Case(weighted, (False,)),
    }


def two_by_two() -> keras.Model:
    """The inputs scene and hint, and the outputs kind and size."""
    scene = keras.Input((4, 4, 1), name="scene")
    hint = keras.Input((2,), name="hint")
    seen = layers.Conv2D(2, 3, activation="tanh", name="look")(scene)
    rows = layers.Flatten(name="rows")(seen)
    both = layers.Concatenate(name="both")([rows, hint])
    kind = layers.Dense(CLASSES, activation="softmax", name="kind")(both)
    hidden = layers.Dense(
        4, name="hidden", kernel_regularizer=keras.regularizers.L2(0.01)
    )(both)
    size = layers.Dense(CLASSES, name="size")(hidden)
    return keras.Model([scene, hint], [kind, size], name="golden")


def losses_by_name() -> keras.Model:
    model = two_by_two()
    model.compile(
        optimizers.Adam(0.01),
        loss={
            "kind": losses.SparseCategoricalCrossentropy(),
            "size": losses.MeanSquaredError(),
        },
        loss_weights={"kind": 1.0, "size": 0.5},
        metrics={"kind": ["accuracy"], "size": ["categorical_accuracy"]},
        jit_compile=False,
    )
    return model


def one_loss() -> keras.Model:
    model = two_by_two()
    model.compile(
        optimizers.SGD(0.1, momentum=0.9),
        loss=losses.MeanSquaredError(),
        metrics=[["accuracy"], ["accuracy"]],
        jit_compile=False,
    )
    return model


def one_output_without_loss() -> keras.Model:
    model = two_by_two()
    model.compile(
        optimizers.Adam(0.01),
        loss=[losses.SparseCategoricalCrossentropy(), None],
        metrics=[["accuracy"], ["categorical_accuracy"]],
        jit_compile=False,
    )
    return model


def image(*ends: layers.Layer) -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((4, 3, 2), name="scene"),
            layers.Conv2D(
                3, 3, padding="same", activation="relu", name="look"
            ),
            *ends,
        ],
        name="golden",
    )


def compiled(
    model: keras.Model, loss: losses.Loss, metrics: list[str], **more: Any
) -> keras.Model:
    model.compile(
        optimizers.SGD(0.1, momentum=0.9),
        loss=loss,
        metrics=metrics,
        jit_compile=False,
        **more,
    )
    return model


def pixels() -> keras.Model:
    end = layers.Conv2D(CLASSES, 1, activation="softmax", name="kinds")
    return compiled(
        image(end),
        losses.SparseCategoricalCrossentropy(),
        ["accuracy", "sparse_categorical_accuracy"],
    )


def pixels_one_hot() -> keras.Model:
    end = layers.Conv2D(CLASSES, 1, name="kinds")
    return compiled(
        image(end),
        losses.CategoricalCrossentropy(from_logits=True),
        ["accuracy", "categorical_accuracy"],
    )


def pixels_binary() -> keras.Model:
    end = layers.Conv2D(1, 1, activation="sigmoid", name="kinds")
    return compiled(
        image(end),
        losses.BinaryCrossentropy(),
        ["accuracy", "binary_accuracy"],
    )


def pixels_squares() -> keras.Model:
    end = layers.Conv2D(2, 2, name="kinds")
    return compiled(
        image(end), losses.MeanSquaredError(), ["binary_accuracy"]
    )


def weighted() -> keras.Model:
    ends = layers.Flatten(name="rows"), layers.Dense(2, name="kinds")
    return compiled(
        image(*ends), losses.MeanSquaredError(), [], loss_weights=[0.25]
    )


def labels(rng: np.random.Generator, shape: tuple, sparse: bool) -> np.ndarray:
    if sparse:
        return rng.integers(shape[-1], size=(SAMPLES, *shape[:-1]))
    return rng.integers(2, size=(SAMPLES, *shape)).astype(np.float32)


def record(name: str, case: Case) -> dict:
    """Three epochs of full batches: Keras averages the losses of single outputs
    over batches, regardless of their size."""
    keras.utils.clear_session()
    rng = generator(f"several {name}")
    model = case.build()
    start = fill(model, rng)
    x = [numbers(rng, (SAMPLES, *i.shape[1:])) for i in model.inputs]
    y = [
        labels(rng, o.shape[1:], sparse)
        for o, sparse in zip(model.outputs, case.class_indices, strict=True)
    ]
    history = model.fit(
        x if len(x) > 1 else x[0],
        y if len(y) > 1 else y[0],
        epochs=3,
        batch_size=2,
        shuffle=False,
        validation_split=0.25,
        verbose=0,
    )
    return {
        "inputs": x,
        "labels": [label.astype(np.float32) for label in y],
        "start": start,
        "history": history.history,
        "after": weights(model),
        "predictions": [np.array(p) for p in as_list(model(x if len(x) > 1 else x[0]))],
    }


def as_list(predictions: Any) -> list:
    return predictions if isinstance(predictions, list) else [predictions]


def record_all() -> dict:
    return {name: record(name, case) for name, case in cases().items()}
