"""The loaded model can be trained."""

from typing import Any

import numpy as np
import tensorflow as tf

from checks import check_if, has_weights
from example import Example


def _loss(outputs: Any) -> Any:
    """The mean squared distance from zigzag targets."""
    targets = tf.cast(tf.range(tf.size(outputs)) % 2, tf.float32)
    return tf.reduce_mean((tf.reshape(outputs, [-1]) - targets) ** 2)


def gradients(model: Any, inputs: np.ndarray, training: bool) -> list[Any]:
    with tf.GradientTape() as tape:
        loss = _loss(model(inputs, training=training))
    return tape.gradient(loss, model.trainable_variables)


def step(model: Any, inputs: np.ndarray, training: bool, length: float) -> None:
    """Updates the variables against the gradient, by a total distance."""
    slopes = gradients(model, inputs, training)
    norm = tf.linalg.global_norm(slopes)
    for variable, slope in zip(model.trainable_variables, slopes):
        variable.assign_sub(length * slope / norm)


@check_if(has_weights)
def a_gradient_step_lowers_the_loss(example: Example) -> None:
    model = example.load()
    before = _loss(model(example.inputs, training=False))
    for _ in range(3):
        step(model, example.inputs, training=False, length=0.01)

    assert _loss(model(example.inputs, training=False)) < before
    assert _loss(model.serve(example.inputs)) < before


@check_if(has_weights)
def every_trainable_variable_has_a_gradient_in_both_phases(example: Example) -> None:
    model = example.load()
    for training in (False, True):
        slopes = gradients(model, example.inputs, training)
        for variable, slope in zip(model.trainable_variables, slopes, strict=True):
            assert slope is not None, variable.name
            assert np.isfinite(slope).all(), variable.name


@check_if(has_weights)
def gradients_flow_through_a_compiled_step(example: Example) -> None:
    model = example.load()

    @tf.function
    def train(inputs: Any) -> Any:
        with tf.GradientTape() as tape:
            loss = _loss(model(inputs, training=True))
        slopes = tape.gradient(loss, model.trainable_variables)
        for variable, slope in zip(model.trainable_variables, slopes):
            variable.assign_sub(0.01 * slope)
        return loss

    train(example.inputs)

    for variable, weight in zip(model.trainable_variables, example.trainable):
        assert np.isfinite(variable).all(), variable.name
    assert any(
        np.any(variable != weight.values)
        for variable, weight in zip(model.trainable_variables, example.trainable)
    )


@check_if(lambda example: bool(example.non_trainable))
def training_moves_the_statistics(example: Example) -> None:
    for name in ("__call__", "train"):
        model = example.load()
        if name == "train":
            model.train(example.inputs)
        else:
            model(example.inputs, training=True)
        for variable, weight in zip(
            model.non_trainable_variables, example.non_trainable, strict=True
        ):
            assert np.any(variable != weight.values), variable.name
        for variable, weight in zip(
            model.trainable_variables, example.trainable, strict=True
        ):
            assert np.all(variable == weight.values), variable.name


@check_if(lambda example: bool(example.non_trainable))
def training_moves_the_statistics_though_nobody_uses_the_outputs(
    example: Example,
) -> None:
    model = example.load()

    @tf.function
    def train(inputs: Any) -> None:
        model.train(inputs)

    train(example.inputs)

    for variable, weight in zip(
        model.non_trainable_variables, example.non_trainable, strict=True
    ):
        assert np.any(variable != weight.values), variable.name


@check_if(lambda example: example.name == "no_weights")
def training_drops_a_quarter_and_scales_the_rest(example: Example) -> None:
    kept = example.outputs / 0.75
    for call in (
        example.model.train,
        lambda inputs: example.model(inputs, training=True),
    ):
        first, second = call(example.inputs).numpy(), call(example.inputs).numpy()
        for outputs in (first, second):
            dropped = outputs == 0
            assert 0.2 < dropped.mean() < 0.3, dropped.mean()
            np.testing.assert_allclose(outputs[~dropped], kept[~dropped], rtol=1e-6)
        assert np.any(first != second)


@check_if(lambda example: example.name in ("every_layer", "sixty_layers"))
def dropout_makes_every_training_call_different(example: Example) -> None:
    model = example.load()
    first = model(example.inputs, training=True).numpy()
    second = model(example.inputs, training=True).numpy()

    assert np.abs(first - example.outputs).max() > 1e-3
    assert np.abs(first - second).max() > 1e-3
