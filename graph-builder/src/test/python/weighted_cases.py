"""Training with weights per sample, per position and per class."""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import numpy as np
from keras import layers, losses

import several_cases as several
from recording import fill, generator, numbers, weights

SAMPLES = several.SAMPLES
CLASSES = several.CLASSES


class Case(NamedTuple):
    """A compiled model and its sample or class weights.

    class_indices: whether the labels of each output are class indices.
    shapes: the shapes of one sample's weights, one per output or one for all.
    classes: class weights, instead of sample weights.
    """

    build: Callable[[], keras.Model]
    class_indices: tuple[bool, ...]
    shapes: tuple[tuple[int, ...], ...] = ()
    classes: dict[int, float] | None = None


def cases() -> dict[str, Case]:
    return {
        "samples": Case(numbers_of_classes, (True,), ((),)),
        "each_output": Case(several.losses_by_name, (True, False), ((), ())),
        "all_outputs": Case(several.one_loss, (False, False), ((),)),
        "places": Case(several.pixels, (True,), ((4, 3),)),
        "places_one_hot": Case(several.pixels_one_hot, (False,), ((4, 3),)),
        "places_squares": Case(several.pixels_squares, (False,), ((3, 2),)),
        "samples_of_places": Case(several.pixels_binary, (False,), ((1, 1),)),
        "ignored": Case(ignored, (True,), ((4, 3),)),
        "whole_batch": Case(whole_batch, (False,), ((),)),
        "classes": Case(numbers_of_classes, (True,), (), {0: 0.5, 2: 3.0}),
        "classes_one_hot": Case(rows_of_classes, (False,), (), {1: 2.5}),
        "classes_binary": Case(binary, (False,), (), {0: 0.25, 1: 4.0}),
    }


def end(units: int, activation: str) -> list[layers.Layer]:
    return [
        layers.Flatten(name="rows"),
        layers.Dense(units, activation=activation, name="kinds"),
    ]


def numbers_of_classes() -> keras.Model:
    return several.compiled(
        several.image(*end(CLASSES, "softmax")),
        losses.SparseCategoricalCrossentropy(),
        ["accuracy"],
    )


def rows_of_classes() -> keras.Model:
    return several.compiled(
        several.image(*end(CLASSES, "softmax")),
        losses.CategoricalCrossentropy(),
        ["accuracy"],
    )


def binary() -> keras.Model:
    return several.compiled(
        several.image(*end(1, "sigmoid")),
        losses.BinaryCrossentropy(),
        ["accuracy"],
    )


def whole_batch() -> keras.Model:
    return several.compiled(
        several.image(*end(CLASSES, "softmax")), losses.Dice(), ["accuracy"]
    )


def ignored() -> keras.Model:
    kinds = layers.Conv2D(CLASSES, 1, activation="softmax", name="kinds")
    return several.compiled(
        several.image(kinds),
        losses.SparseCategoricalCrossentropy(ignore_class=1),
        ["accuracy"],
    )


def record(name: str, case: Case) -> dict:
    """Three epochs of full batches: Keras averages the losses of single outputs
    over batches, regardless of their size."""
    keras.utils.clear_session()
    rng = generator(f"weighted {name}")
    model = case.build()
    start = fill(model, rng)
    x = [numbers(rng, (SAMPLES, *i.shape[1:])) for i in model.inputs]
    y = [
        several.labels(rng, o.shape[1:], sparse)
        for o, sparse in zip(model.outputs, case.class_indices, strict=True)
    ]
    if name == "classes_one_hot":
        y = [np.eye(CLASSES, dtype=np.float32)[rng.integers(CLASSES, size=SAMPLES)]]
    w = [numbers(rng, (SAMPLES, *shape), 0.0, 3.0) for shape in case.shapes]
    history = model.fit(
        one(x),
        one(y),
        epochs=3,
        batch_size=2,
        shuffle=False,
        validation_split=0.25,
        sample_weight=one(w) if w else None,
        class_weight=case.classes,
        verbose=0,
    )
    after = weights(model)
    return {
        "inputs": x,
        "labels": [label.astype(np.float32) for label in y],
        "weights": w,
        "classes": {str(n): c for n, c in (case.classes or {}).items()},
        "start": start,
        "history": history.history,
        "after": after,
        "evaluation": model.evaluate(
            one(x),
            one(y),
            batch_size=2,
            sample_weight=one(w) if w else None,
            verbose=0,
            return_dict=True,
        ),
        "batch": model.train_on_batch(
            one([i[:2] for i in x]),
            one([i[:2] for i in y]),
            sample_weight=one([i[:2] for i in w]) if w else None,
            class_weight=case.classes,
            return_dict=True,
        )["loss"],
        "after_batch": weights(model),
    }


def one(values: list) -> Any:
    return values if len(values) > 1 else values[0]


def record_all() -> dict:
    return {name: record(name, case) for name, case in cases().items()}
