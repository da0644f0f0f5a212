"""A model that was written with training trains in Python as it does in Java."""

from typing import Any

import numpy as np
import tensorflow as tf

import handover
from checks import check_if
from example import TOLERANCE, Example, Weight

# As many as Java trains the model that Python saved.
STEPS = 5


def _trains(example: Example) -> bool:
    return example.trains


def _near(actual: Any, expected: Any, name: str) -> None:
    np.testing.assert_allclose(
        actual, expected, rtol=TOLERANCE, atol=TOLERANCE / 10, err_msg=name
    )


def _assert_scores(actual: dict[str, Any], expected: dict[str, float]) -> None:
    assert set(actual) == set(expected), actual
    for name, value in expected.items():
        assert actual[name].shape == (), name
        _near(actual[name], value, name)


def _assert_near(variables: Any, expected: list[Weight]) -> None:
    for variable, other in zip(variables, expected, strict=True):
        _near(variable, other.values, other.name)


def _assert_same(variables: Any, expected: list[Weight]) -> None:
    for variable, other in zip(variables, expected, strict=True):
        assert np.all(variable == other.values), other.name


@check_if(_trains)
def the_optimizers_variables_are_those_of_java(example: Example) -> None:
    variables = example.model.optimizer_variables

    assert [v.name for v in variables] == [f"{w.name}:0" for w in example.optimizer]
    assert variables[0].dtype == tf.int64
    _assert_same(variables, example.optimizer)
    weights = {id(v) for v in example.model.variables}
    assert not weights & {id(v) for v in variables}


@check_if(_trains)
def evaluate_measures_what_java_measures(example: Example) -> None:
    scores = example.model.evaluate(example.inputs, example.labels)

    _assert_scores(scores, example.scores[0])
    _assert_same(example.model.variables, example.weights)
    _assert_same(example.model.optimizer_variables, example.optimizer)


@check_if(_trains)
def steps_in_python_are_steps_in_java(example: Example) -> None:
    model = example.load()
    for expected in example.scores[1:]:
        _assert_scores(model.train_step(example.inputs, example.labels), expected)

    _assert_near(model.variables, example.trained_weights)
    _assert_near(model.optimizer_variables, example.trained_optimizer)


@check_if(_trains)
def the_signatures_do_the_same(example: Example) -> None:
    model = example.load()
    x, y = tf.constant(example.inputs), tf.constant(example.labels)
    _assert_scores(model.signatures["evaluate"](x=x, y=y), example.scores[0])
    for expected in example.scores[1:]:
        _assert_scores(model.signatures["train_step"](x=x, y=y), expected)

    _assert_near(model.variables, example.trained_weights)


@check_if(_trains)
def steps_within_a_function_are_the_same(example: Example) -> None:
    model = example.load()

    @tf.function
    def train(x: Any, y: Any) -> None:
        for _ in tf.range(len(example.scores) - 1):
            model.train_step(x, y)

    train(example.inputs, example.labels)

    _assert_near(model.variables, example.trained_weights)


@check_if(_trains)
def training_lowers_the_loss(example: Example) -> None:
    model = example.load()
    before = model.evaluate(example.inputs, example.labels)["loss"]
    for _ in range(20):
        model.train_step(example.inputs, example.labels)

    assert model.evaluate(example.inputs, example.labels)["loss"] < before


@check_if(_trains)
def the_learning_rate_can_be_assigned(example: Example) -> None:
    model, faster = example.load(), example.load()
    _, learning_rate, *_ = faster.optimizer_variables
    learning_rate.assign(2 * learning_rate)
    for each in (model, faster):
        # Twice, as one example changes its weights at every second step.
        each.train_step(example.inputs, example.labels)
        each.train_step(example.inputs, example.labels)

    for variable, other in zip(model.trainable_variables, faster.trainable_variables):
        assert np.any(variable != other), variable.name


@check_if(_trains)
def batches_of_every_size_are_taken(example: Example) -> None:
    model = example.load()
    for size in (1, 3):
        x, y = example.inputs[:size], example.labels[:size]
        assert np.isfinite(model.train_step(x, y)["loss"])


@check_if(_trains)
def samples_and_labels_of_other_shapes_are_refused(example: Example) -> None:
    for x, y in (
        (example.inputs[..., :-1], example.labels),
        (example.inputs, example.labels[..., None]),
    ):
        for call in (example.model.train_step, example.model.evaluate):
            try:
                call(x, y)
            except (TypeError, ValueError):
                continue
            raise AssertionError(f"{call} took a batch of another shape")
    _assert_same(example.model.variables, example.weights)


@check_if(_trains)
def tensorflow_1_trains(example: Example) -> None:
    v1 = tf.compat.v1
    with tf.Graph().as_default(), v1.Session() as session:
        meta_graph = v1.saved_model.loader.load(session, ["serve"], example.folder)
        signature = meta_graph.signature_def["train_step"]
        names = {name: tensor.name for name, tensor in signature.outputs.items()}
        fed = {
            signature.inputs["x"].name: example.inputs,
            signature.inputs["y"].name: example.labels,
        }
        for expected in example.scores[1:]:
            _assert_scores(session.run(names, fed), expected)


@check_if(_trains)
def a_model_saved_again_trains_on(example: Example) -> None:
    folder = example.results / f"{example.name}-trained-on"
    model = example.load()
    for _ in range(2):
        model.train_step(example.inputs, example.labels)
    path = str(folder / "model")
    tf.saved_model.save(model, path)
    again = tf.saved_model.load(path)
    for variable, other in zip(model.variables, again.variables, strict=True):
        assert np.all(variable == other), other.name

    handover.describe(folder, example.inputs, model.serve(example.inputs))
    for _ in range(STEPS):
        model.train_step(example.inputs, example.labels)
        again.train_step(example.inputs, example.labels)
    for variable, other in zip(model.variables, again.variables, strict=True):
        _near(other, variable, other.name)
    handover.describe_trained(folder, again.serve(example.inputs))
