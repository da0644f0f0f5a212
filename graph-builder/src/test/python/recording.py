"""Draws the inputs and weights of golden cases, and records Keras's values."""

import zlib
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.src.applications.convnext import LayerScale

STEPS = 3

Values = dict[str, np.ndarray]


def generator(case: str) -> np.random.Generator:
    """Random numbers that depend only on the name of the case."""
    return np.random.default_rng(zlib.crc32(case.encode()))


def numbers(
    rng: np.random.Generator,
    shape: tuple[int, ...],
    low: float = -1.0,
    high: float = 1.0,
) -> np.ndarray:
    """Numbers with four decimals, irregular enough that sums never tie."""
    return rng.uniform(low, high, shape).round(4).astype(np.float32)


def fill(model: keras.Model, rng: np.random.Generator) -> Values:
    """Sets every weight to a random value other than its initial one."""
    ranges = {
        "gamma": (0.5, 1.5),
        "moving_variance": (0.5, 2.0),
        "variance": (0.5, 2.0),
    }
    for weight in model.weights:
        low, high = ranges.get(weight.name, (-0.8, 0.8))
        weight.assign(numbers(rng, tuple(weight.shape), low, high))
    return weights(settle(model))


def load(model: keras.Model, values: Values) -> keras.Model:
    for name, weight in variables(model).items():
        weight.assign(values[name])
    return settle(model)


def settle(model: keras.Model) -> keras.Model:
    """Updates values that layers precompute from their weights."""
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()
    return model


def weights(model: keras.Model) -> Values:
    return {n: np.asarray(w.numpy()) for n, w in variables(model).items()}


def variables(model: keras.Model, inside: str = "") -> dict[str, keras.Variable]:
    """By path of layer and variable names: conv2d/kernel, block/dense/bias."""
    found = {}
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found |= variables(layer, f"{inside}{layer.name}/")
        else:
            for weight in layer.weights:
                found[f"{inside}{layer.name}/{name(weight, layer)}"] = weight
    return found


def name(weight: keras.Variable, layer: keras.Layer) -> str:
    """Prefixed by the names of inner layers, except recurrent cells."""
    if isinstance(layer, LayerScale):
        # The only weight that Keras does not name: "variable" and a number.
        return "gamma"
    path = weight.path.split("/")
    inner = path[len(path) - path[::-1].index(layer.name) :]
    return "/".join(part for part in inner if not part.endswith("_cell"))


def compiled(
    model: keras.Model,
    loss: keras.losses.Loss,
    optimizer: keras.optimizers.Optimizer | None = None,
    metrics: list[Any] | None = None,
) -> keras.Model:
    model.compile(
        optimizer=optimizer or keras.optimizers.SGD(1.0),
        loss=loss,
        metrics=metrics,
        jit_compile=False,
    )
    return model


def differentiate(
    model: keras.Model, inputs: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, float, Values]:
    """Output, loss and gradients in training mode, without a training step."""

    @tf.function(jit_compile=False)
    def run():
        with tf.GradientTape() as tape:
            output = model(inputs, training=True)
            loss = model.compute_loss(x=inputs, y=labels, y_pred=output)
        gradients = tape.gradient(
            loss,
            [w.value for w in model.trainable_weights],
            unconnected_gradients=tf.UnconnectedGradients.ZERO,
        )
        return output, loss, gradients

    output, loss, gradients = run()
    names = {id(w): name for name, w in variables(model).items()}
    values = {
        names[id(w)]: tf.convert_to_tensor(g).numpy()
        for w, g in zip(model.trainable_weights, gradients, strict=True)
    }
    return output.numpy(), float(loss), values


def step(
    model: keras.Model, inputs: np.ndarray, labels: np.ndarray
) -> dict[str, float]:
    """Trains one step; returns the loss and metrics of this step alone."""
    model.reset_metrics()
    return model.train_on_batch(inputs, labels, return_dict=True)
