"""Inputs of losses and metrics: difficult outputs and labels."""

from typing import Any, NamedTuple

import keras
import numpy as np
from keras import layers, losses

from recording import compiled, differentiate, weights

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


class Case(NamedTuple):
    """Inputs, passed through an identity layer to the ending, and labels."""

    inputs: list[list[float]]
    labels: list
    loss: losses.Loss
    activation: str = "linear"
    ending: tuple[keras.Layer, ...] = ()
    metrics: tuple[Any, ...] = ()


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
