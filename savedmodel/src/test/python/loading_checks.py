"""tf.saved_model.load loads the model that Java wrote."""

import numpy as np
import tensorflow as tf
from tensorflow.python.saved_model import loader_impl

from checks import check, check_if
from example import Example, assert_close, assert_holds


@check
def serve_predicts_what_java_predicts(example: Example) -> None:
    assert_close(example.model.serve(example.inputs), example.outputs)


@check
def a_call_predicts_what_java_predicts(example: Example) -> None:
    assert_close(example.model(example.inputs), example.outputs)
    assert_close(example.model(inputs=example.inputs), example.outputs)


@check
def a_call_without_training_predicts_what_java_predicts(example: Example) -> None:
    assert_close(example.model(example.inputs, training=False), example.outputs)
    assert_close(example.model(example.inputs, False), example.outputs)


@check
def the_default_signature_predicts_what_java_predicts(example: Example) -> None:
    signature = example.model.signatures["serving_default"]
    inputs = tf.constant(example.inputs)

    training = ["evaluate", "train_step"] if example.trains else []
    assert sorted(example.model.signatures) == sorted([*training, "serving_default"])
    assert_close(signature(inputs)["output_0"], example.outputs)
    assert_close(signature(input_layer=inputs)["output_0"], example.outputs)


@check
def every_batch_size_predicts_what_java_predicts(example: Example) -> None:
    for size in (1, 3):
        outputs = example.model.serve(example.inputs[:size])
        assert_close(outputs, example.outputs[:size])


@check_if(lambda example: example.takes_any_size)
def the_signature_takes_images_of_any_size(example: Example) -> None:
    """Written as -1, which TensorFlow reads as None, by name or by position."""
    meta_graph = loader_impl.parse_saved_model(example.folder).meta_graphs[0]
    (inputs,) = meta_graph.signature_def["serving_default"].inputs.values()
    assert [size.size for size in inputs.tensor_shape.dim] == [-1, -1, -1, 3]
    signature = example.model.signatures["serving_default"]
    ((spec,), _), (named,) = (
        example.model.serve.concrete_functions[0].structured_input_signature,
        signature.structured_input_signature[1].values(),
    )
    for each in (spec, named):
        assert each.shape.as_list() == [None, None, None, 3], each


@check_if(lambda example: example.takes_any_size)
def another_size_predicts_what_java_predicts(example: Example) -> None:
    model, inputs = example.model, tf.constant(example.other_inputs)
    assert inputs.shape[1:] != example.inputs.shape[1:]
    for outputs in (
        model.serve(inputs),
        model(inputs),
        model(inputs, training=False),
        model.signatures["serving_default"](inputs)["output_0"],
    ):
        assert_close(outputs, example.other_outputs)
    assert_close(model.serve(example.inputs), example.outputs)


@check
def wrong_shapes_are_refused(example: Example) -> None:
    for call in (example.model.serve, example.model):
        try:
            call(example.inputs[..., :-1])
        except (TypeError, ValueError):
            continue
        raise AssertionError(f"{call} took a batch of another shape")


@check
def the_variables_are_the_weights(example: Example) -> None:
    assert_holds(example.model.variables, example.weights)
    assert_holds(example.model.trainable_variables, example.trainable)
    assert_holds(example.model.non_trainable_variables, example.non_trainable)


@check
def the_lists_of_variables_share_them(example: Example) -> None:
    every = {id(v) for v in example.model.variables}
    trainable = {id(v) for v in example.model.trainable_variables}
    others = {id(v) for v in example.model.non_trainable_variables}

    assert trainable | others == every
    assert not trainable & others


@check
def inference_leaves_the_variables_alone(example: Example) -> None:
    example.model.serve(example.inputs)
    example.model(example.inputs, training=False)

    assert_holds(example.model.variables, example.weights)


@check
def an_assigned_variable_changes_the_prediction(example: Example) -> None:
    model = example.load()
    for variable in model.variables:
        variable.assign(variable + 0.5)
    changed = np.abs(model.serve(example.inputs) - example.outputs).max() > 1e-3

    assert changed == bool(example.weights)
