"""tf.saved_model.save saves the loaded object again, for Python and for Java."""

from pathlib import Path
from typing import Any

import tensorflow as tf

import handover
from checks import check, check_if, has_weights
from example import Example, assert_close, assert_holds
from training_checks import step


def _save(model: Any, folder: Path) -> Any:
    """Saves as a user would, without naming signatures, and loads again."""
    path = str(folder / "model")
    tf.saved_model.save(model, path)
    return tf.saved_model.load(path)


@check
def a_model_saved_again_is_the_same(example: Example) -> None:
    folder = example.results / f"{example.name}-saved-again"
    again = _save(example.model, folder)

    assert_holds(again.variables, example.weights)
    assert_holds(again.trainable_variables, example.trainable)
    assert_holds(again.non_trainable_variables, example.non_trainable)
    assert_close(again.serve(example.inputs), example.outputs)
    assert_close(again(example.inputs), example.outputs)
    assert_close(again(example.inputs, training=False), example.outputs)
    signature = again.signatures["serving_default"]
    (output,) = signature(tf.constant(example.inputs)).values()
    assert_close(output, example.outputs)
    handover.describe(folder, example.inputs, example.outputs)


@check_if(has_weights)
def a_model_saved_after_training_is_the_trained_one(example: Example) -> None:
    folder = example.results / f"{example.name}-trained"
    model = example.load()
    for _ in range(3):
        step(model, example.inputs, training=True, length=0.5)
    again = _save(model, folder)

    for variable, other in zip(model.variables, again.variables, strict=True):
        assert variable.numpy().tobytes() == other.numpy().tobytes(), other.name
    outputs = model.serve(example.inputs)
    assert abs(outputs - example.outputs).numpy().max() > 1e-3
    assert_close(again.serve(example.inputs), outputs)
    handover.describe(folder, example.inputs, outputs)


@check
def a_model_saved_again_still_trains(example: Example) -> None:
    folder = example.results.parent / "twice" / example.name
    again = _save(_save(example.load(), folder / "once"), folder / "twice")

    again(example.inputs, training=True)
    again.train(example.inputs)
    if has_weights(example):
        step(again, example.inputs, training=True, length=0.1)
