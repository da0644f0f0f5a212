"""Tools for SavedModels accept what Java wrote."""

import keras
import numpy as np
import tensorflow as tf

from checks import check, check_if
from example import Example, assert_close, assert_holds


def _layer(example: Example) -> keras.layers.TFSMLayer:
    return keras.layers.TFSMLayer(
        example.folder, call_endpoint="serve", call_training_endpoint="train"
    )


@check
def a_keras_layer_predicts_what_java_predicts(example: Example) -> None:
    layer = _layer(example)
    model = keras.Sequential([keras.Input(example.inputs.shape[1:]), layer])

    assert_close(layer(example.inputs), example.outputs)
    assert_close(layer(example.inputs, training=False), example.outputs)
    assert_close(model.predict(example.inputs, verbose=0), example.outputs)


@check
def a_keras_layer_takes_the_signature(example: Example) -> None:
    layer = keras.layers.TFSMLayer(example.folder, call_endpoint="serving_default")

    assert_close(layer(example.inputs)["output_0"], example.outputs)


@check
def a_keras_layer_has_the_weights(example: Example) -> None:
    layer = _layer(example)

    # Keras wraps TensorFlow's variables and renames the wrappers.
    assert_holds([w.value for w in layer.trainable_weights], example.trainable)
    assert_holds([w.value for w in layer.non_trainable_weights], example.non_trainable)


@check_if(lambda example: bool(example.non_trainable))
def a_keras_layer_trains(example: Example) -> None:
    layer = _layer(example)
    outputs = layer(example.inputs, training=True)

    assert np.abs(outputs - example.outputs).max() > 1e-3
    for variable, weight in zip(
        layer.non_trainable_weights, example.non_trainable, strict=True
    ):
        assert np.any(variable != weight.values), variable.name


@check
def tflite_predicts_what_java_predicts(example: Example) -> None:
    # By default the converter also converts the training step.
    only = ["serving_default"] if example.trains else None
    converter = tf.lite.TFLiteConverter.from_saved_model(
        example.folder, signature_keys=only
    )
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    (inputs,) = interpreter.get_input_details()
    (outputs,) = interpreter.get_output_details()
    interpreter.resize_tensor_input(inputs["index"], example.inputs.shape)
    interpreter.allocate_tensors()
    interpreter.set_tensor(inputs["index"], example.inputs)
    interpreter.invoke()

    assert_close(interpreter.get_tensor(outputs["index"]), example.outputs)


@check
def tensorflow_1_predicts_what_java_predicts(example: Example) -> None:
    """The way saved_model_cli and old servers load: a session and a signature."""
    v1 = tf.compat.v1
    with tf.Graph().as_default(), v1.Session() as session:
        meta_graph = v1.saved_model.loader.load(session, ["serve"], example.folder)
        signature = meta_graph.signature_def["serving_default"]
        (inputs,) = signature.inputs.values()
        (outputs,) = signature.outputs.values()
        predicted = session.run(outputs.name, {inputs.name: example.inputs})

    assert_close(predicted, example.outputs)


@check
def a_checkpoint_reader_finds_the_weights(example: Example) -> None:
    reader = tf.train.load_checkpoint(f"{example.folder}/variables/variables")
    for index, weight in enumerate(example.weights):
        values = reader.get_tensor(f"variables/{index}/.ATTRIBUTES/VARIABLE_VALUE")
        assert values.tobytes() == weight.values.tobytes(), weight.name
