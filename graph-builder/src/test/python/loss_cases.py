"""Cross-entropies, mean squared error and accuracies on difficult outputs."""

from typing import Any, NamedTuple

import keras
import numpy as np
from keras import layers, losses, regularizers

from recording import (
    compiled,
    differentiate,
    fill,
    generator,
    load,
    numbers,
    weights,
)

MODERATE = [
    [0.5, -1.25, 2, 0.25],
    [1.5, 0.75, -0.5, -2],
    [0, 0, 0, 0],
    [-1, 3, 0.125, 1],
    [2.5, 2.5, -3, 1],
]
EXTREME = [
    [200, -200, 0, 1],
    [-200, 200, 0, -1],
    [200, 200, -200, 0],
    [-200, -200, -200, -200],
    [0.001, -0.001, 50, -50],
]
# Rows that do not sum to 1, with values of 0, of 1 and outside [0, 1].
PROBABILITIES = [
    [0.25, 0.125, 0.5, 0.125],
    [1, 0, 0, 0],
    [2, 0.75, -1, 0.5],
    [1e-9, 0.4, 0.6, 1.5],
    [0.9, -0.5, 1e-8, 0.3],
]

CLASSES = [2, 1, 3, 0, 2]
ONE_HOT = np.eye(4)[CLASSES].tolist()
SOFT = [
    [0.7, 0.1, 0.1, 0.1],
    [0, 0.5, 0.5, 0],
    [0.25, 0.25, 0.25, 0.25],
    [1, 0, 0, 0],
    [0.05, 0.15, 0.6, 0.2],
]
MANY_HOT = [
    [1, 0, 1, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 1],
    [1, 1, 1, 0],
    [0, 0, 0, 1],
]

BINARY = losses.BinaryCrossentropy
CATEGORICAL = losses.CategoricalCrossentropy
SPARSE = losses.SparseCategoricalCrossentropy
SQUARED = losses.MeanSquaredError


class Case(NamedTuple):
    """Inputs, passed through an identity layer to the ending, and labels."""

    inputs: list[list[float]]
    labels: list
    loss: losses.Loss
    activation: str = "linear"
    ending: tuple[keras.Layer, ...] = ()
    metrics: tuple[Any, ...] = ()


def loss_cases() -> dict[str, Case]:
    return {
        **crossentropies("categorical", CATEGORICAL, ONE_HOT, "softmax"),
        **crossentropies("sparse", SPARSE, CLASSES, "softmax"),
        **crossentropies("binary", BINARY, MANY_HOT, "sigmoid"),
        "categorical_softmax_extreme_handed_on": Case(
            EXTREME,
            ONE_HOT,
            CATEGORICAL(),
            "softmax",
            ending=(layers.Activation("linear"), layers.Dropout(0.0)),
        ),
        "categorical_soft_labels": Case(
            MODERATE, SOFT, CATEGORICAL(), "softmax"
        ),
        "categorical_probabilities_soft_labels": Case(
            PROBABILITIES, SOFT, CATEGORICAL(), "relu"
        ),
        "categorical_sigmoid": Case(
            MODERATE, ONE_HOT, CATEGORICAL(), "sigmoid"
        ),
        "sparse_sigmoid": Case(MODERATE, CLASSES, SPARSE(), "sigmoid"),
        "binary_softmax": Case(MODERATE, ONE_HOT, BINARY(), "softmax"),
        "binary_one_output": Case(
            [[0.5], [-2], [0]], [[1], [1], [0]], BINARY(), "sigmoid"
        ),
        "mean_squared_error": Case(MODERATE, SOFT, SQUARED()),
        "mean_squared_error_sigmoid": Case(
            MODERATE, SOFT, SQUARED(), "sigmoid"
        ),
    }


def crossentropies(
    name: str, loss: type[losses.Loss], labels: list, function: str
) -> dict[str, Case]:
    halved = (layers.Rescaling(0.5),)
    return {
        f"{name}_{function}": Case(MODERATE, labels, loss(), function),
        f"{name}_{function}_extreme": Case(EXTREME, labels, loss(), function),
        f"{name}_{function}_layer": Case(
            MODERATE, labels, loss(), ending=(layers.Activation(function),)
        ),
        f"{name}_{function}_called_logits": Case(
            MODERATE, labels, loss(from_logits=True), function
        ),
        f"{name}_{function}_rescaled": Case(
            MODERATE, labels, loss(), function, ending=halved
        ),
        f"{name}_{function}_extreme_rescaled": Case(
            EXTREME, labels, loss(), function, ending=halved
        ),
        f"{name}_logits": Case(MODERATE, labels, loss(from_logits=True)),
        f"{name}_logits_extreme": Case(
            EXTREME, labels, loss(from_logits=True)
        ),
        f"{name}_logits_relu": Case(
            MODERATE, labels, loss(from_logits=True), "relu"
        ),
        f"{name}_probabilities": Case(PROBABILITIES, labels, loss(), "relu"),
    }


def metric_cases() -> dict[str, Case]:
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
        return case(inputs, CLASSES, SPARSE(), metric, "softmax")

    def categorical(inputs, metric) -> Case:
        return case(inputs, ONE_HOT, CATEGORICAL(), metric, "softmax")

    def binary(inputs, labels, metric) -> Case:
        return case(inputs, labels, BINARY(), metric, "sigmoid")

    one = [[1], [1], [0], [0], [0]]
    return {
        "accuracy_binary": binary(halves, one, "accuracy"),
        "accuracy_categorical": categorical(MODERATE, "accuracy"),
        "accuracy_categorical_ties": categorical(ties, "accuracy"),
        "accuracy_many_hot": binary(ties, MANY_HOT, "accuracy"),
        "accuracy_sparse": sparse(MODERATE, "accuracy"),
        "accuracy_sparse_ties": sparse(ties, "accuracy"),
        "accuracy_squared_error": case(MODERATE, SOFT, SQUARED(), "accuracy"),
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


def build(case: Case) -> keras.Model:
    """A dense layer with an identity kernel, followed by the ending."""
    width = len(case.inputs[0])
    model = keras.Sequential(
        [
            keras.Input((width,)),
            layers.Dense(
                width,
                activation=case.activation,
                use_bias=False,
                kernel_initializer="identity",
                name="identity",
            ),
            *(
                type(layer).from_config(layer.get_config())
                for layer in case.ending
            ),
        ]
    )
    return compiled(model, case.loss, metrics=list(case.metrics))


def record_loss(case: Case) -> dict:
    inputs = np.array(case.inputs, np.float32)
    labels = np.array(case.labels, np.float32)
    model = build(case)
    _, loss, gradients = differentiate(build(case), inputs, labels)
    return {
        "inputs": inputs,
        "labels": case.labels,
        "start": weights(model),
        "prediction": model.predict(inputs, verbose=0),
        "evaluation_loss": model.evaluate(inputs, labels, verbose=0),
        "training_loss": loss,
        "gradients": gradients,
    }


def record_metric(case: Case) -> dict:
    inputs = np.array(case.inputs, np.float32)
    labels = np.array(case.labels, np.float32)
    scores = build(case).evaluate(
        inputs, labels, batch_size=2, verbose=0, return_dict=True
    )
    return {"inputs": inputs, "labels": case.labels, "scores": scores}


def regularized() -> dict[str, keras.Model]:
    kernel, bias = regularizers.L2(0.01), regularizers.L2(0.25)
    options = {"kernel_regularizer": kernel, "bias_regularizer": bias}
    return {
        "l2_dense": keras.Sequential(
            [keras.Input((4,)), layers.Dense(3, name="layer", **options)]
        ),
        "l2_conv2d": keras.Sequential(
            [
                keras.Input((4, 4, 2)),
                layers.Conv2D(3, 2, name="layer", **options),
                layers.GlobalAveragePooling2D(),
            ]
        ),
    }


def record_regularized(name: str) -> dict:
    rng = generator(name)

    def model() -> keras.Model:
        return compiled(regularized()[name], CATEGORICAL(from_logits=True))

    first = model()
    start = fill(first, rng)
    inputs = numbers(rng, (3, *first.input_shape[1:]))
    classes = [2, 0, 1]
    labels = np.eye(3, dtype=np.float32)[classes]
    evaluation = first.evaluate(inputs, labels, verbose=0)
    _, loss, gradients = differentiate(load(model(), start), inputs, labels)
    return {
        "inputs": inputs,
        "labels": classes,
        "start": start,
        "prediction": first.predict(inputs, verbose=0),
        "evaluation_loss": evaluation,
        "training_loss": loss,
        "gradients": gradients,
    }


def record_losses() -> dict:
    return {
        **{name: record_loss(case) for name, case in loss_cases().items()},
        **{name: record_regularized(name) for name in regularized()},
    }


def record_metrics() -> dict:
    return {name: record_metric(case) for name, case in metric_cases().items()}
