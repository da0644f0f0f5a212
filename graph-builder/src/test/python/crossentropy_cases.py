"""Cross-entropies and mean squared error, with and without L2 penalties."""

import keras
import numpy as np
from keras import layers, losses, regularizers

from objective_cases import (
    CLASSES,
    EXTREME,
    MANY_HOT,
    MODERATE,
    ONE_HOT,
    PROBABILITIES,
    SOFT,
    Case,
    record_loss,
)
from recording import compiled, differentiate, fill, generator, load, numbers

BINARY = losses.BinaryCrossentropy
CATEGORICAL = losses.CategoricalCrossentropy
SPARSE = losses.SparseCategoricalCrossentropy
SQUARED = losses.MeanSquaredError


def cases() -> dict[str, Case]:
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


def record_all() -> dict:
    return {
        **{name: record_loss(case) for name, case in cases().items()},
        **{name: record_regularized(name) for name in regularized()},
    }
