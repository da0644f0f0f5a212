"""Accuracies on difficult outputs."""

import keras
import numpy as np
from keras import losses

from objective_cases import (
    CLASSES,
    MANY_HOT,
    MODERATE,
    ONE_HOT,
    SOFT,
    Case,
    build,
)


def cases() -> dict[str, Case]:
    ties = [
        [0, 0, 0, 0],
        [1, 2, 2, 1],
        [3, 3, 1, 0],
        [1, 0, 0, 1],
        [-1, -2, -3, -1],
    ]
    halves = [[0], [0.5], [-0.5], [2], [0]]

    def case(inputs, labels, loss, metric, activation="linear") -> Case:
        return Case(inputs, labels, loss, activation, metrics=(metric,))

    def sparse(inputs, metric) -> Case:
        loss = losses.SparseCategoricalCrossentropy()
        return case(inputs, CLASSES, loss, metric, "softmax")

    def categorical(inputs, metric) -> Case:
        loss = losses.CategoricalCrossentropy()
        return case(inputs, ONE_HOT, loss, metric, "softmax")

    def binary(inputs, labels, metric) -> Case:
        loss = losses.BinaryCrossentropy()
        return case(inputs, labels, loss, metric, "sigmoid")

    one = [[1], [1], [0], [0], [0]]
    return {
        "accuracy_binary": binary(halves, one, "accuracy"),
        "accuracy_categorical": categorical(MODERATE, "accuracy"),
        "accuracy_categorical_ties": categorical(ties, "accuracy"),
        "accuracy_many_hot": binary(ties, MANY_HOT, "accuracy"),
        "accuracy_sparse": sparse(MODERATE, "accuracy"),
        "accuracy_sparse_ties": sparse(ties, "accuracy"),
        "accuracy_squared_error": case(
            MODERATE, SOFT, losses.MeanSquaredError(), "accuracy"
        ),
        "binary_accuracy": binary(halves, one, keras.metrics.BinaryAccuracy()),
        "binary_accuracy_many_hot": binary(
            ties, MANY_HOT, keras.metrics.BinaryAccuracy()
        ),
        "categorical_accuracy": categorical(
            MODERATE, keras.metrics.CategoricalAccuracy()
        ),
        "categorical_accuracy_ties": categorical(
            ties, keras.metrics.CategoricalAccuracy()
        ),
        "sparse_categorical_accuracy": sparse(
            MODERATE, keras.metrics.SparseCategoricalAccuracy()
        ),
        "sparse_categorical_accuracy_ties": sparse(
            ties, keras.metrics.SparseCategoricalAccuracy()
        ),
    }


def record(case: Case) -> dict:
    inputs = np.array(case.inputs, np.float32)
    labels = np.array(case.labels, np.float32)
    scores = build(case).evaluate(
        inputs, labels, batch_size=2, verbose=0, return_dict=True
    )
    return {"inputs": inputs, "labels": case.labels, "scores": scores}


def record_all() -> dict:
    return {name: record(case) for name, case in cases().items()}
