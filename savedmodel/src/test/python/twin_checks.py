"""A model that Java wrote behaves as the same model in Keras."""

import keras
import numpy as np
import tensorflow as tf

from checks import check_if
from example import Example, assert_close
from training_checks import gradients
from twins import has_twin, twin


@check_if(has_twin)
def keras_names_the_weights_alike(example: Example) -> None:
    names = ["/".join(w.path.split("/")[-2:]) for w in twin(example).weights]

    assert names == [weight.name for weight in example.weights]


@check_if(has_twin)
def keras_predicts_the_same(example: Example) -> None:
    assert_close(twin(example)(example.inputs, training=False), example.outputs)


@check_if(has_twin)
def keras_has_the_same_gradients(example: Example) -> None:
    expected = gradients(twin(example), example.inputs, training=False)
    actual = gradients(example.model, example.inputs, training=False)

    for ours, theirs in zip(actual, expected, strict=True):
        assert_close(ours, theirs)


@check_if(has_twin)
def keras_moves_the_statistics_alike(example: Example) -> None:
    ours, theirs = example.load(), twin(example)
    for batch in (example.inputs, example.inputs[:3] * 2):
        ours(batch, training=True)
        theirs(batch, training=True)

    for variable, expected in zip(
        ours.non_trainable_variables, _statistics(theirs), strict=True
    ):
        before = {w.name: w.values for w in example.weights}[variable.name[:-2]]
        assert np.abs(variable - before).max() > 1e-3, variable.name
        assert_close(variable, expected)


def _statistics(model: keras.Model) -> list[tf.Tensor]:
    """The statistics without the seed state of dropout, which Keras includes."""
    return [
        variable.value
        for variable in model.non_trainable_variables
        if variable.name in ("moving_mean", "moving_variance")
    ]
