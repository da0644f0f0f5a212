"""Checks a model of Java with two inputs and two outputs, and writes such models for Java.

    python several_suite.py FOLDER

FOLDER/java contains the files of Java:

    model/                        the SavedModel, written with training
    inputs-0.npy and so on        samples, in the order of the inputs
    labels-0.npy and so on        labels, also integer ones as floats
    outputs-0.npy and so on       the predictions of Java
    scores.txt                    the scores of Java's evaluate, then a line per step
    trained-weights/0.npy and on  the weights after those steps

FOLDER/python/trained-on and FOLDER/python/keras receive a model/, inputs and
outputs each; the first also its outputs after STEPS more steps, as trained-0.npy and
so on. Standard output is as that of suite.py.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from suite import PACKAGE_MISSING, PACKAGES, attempt, missing, standard_output

TOLERANCE = 1e-5

# As many as Java trains the model that Python saved.
STEPS = 5


def main(folder: Path) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        for check in CHECKS:
            result = attempt(check.__name__, "several", check, Several(folder))
            print(json.dumps(result._asdict()), file=lines, flush=True)
    return 0


class Several:
    """The files of Java, and the folder for the models of Python."""

    def __init__(self, folder: Path) -> None:
        import tensorflow as tf

        java = folder / "java"
        self.results = folder / "python"
        self.folder = str(java / "model")
        self.model = tf.saved_model.load(self.folder)
        self.inputs = _read(java, "inputs")
        pixels, places = _read(java, "labels")
        self.labels = [pixels.astype("int64"), places]
        self.outputs = _read(java, "outputs")
        self.weights = _read(java / "trained-weights", "weight")
        self.scores = [
            _read_scores(line.split(" "))
            for line in (java / "scores.txt").read_text().splitlines()
        ]


def _read(folder: Path, name: str) -> list[Any]:
    import numpy as np

    count = len(list(folder.glob(f"{name}-*.npy")))
    return [np.load(folder / f"{name}-{i}.npy") for i in range(count)]


def _write(folder: Path, name: str, arrays: list[Any]) -> None:
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    for index, array in enumerate(arrays):
        np.save(folder / f"{name}-{index}.npy", np.asarray(array))


def _read_scores(words: list[str]) -> dict[str, float]:
    return {name: float(value) for name, value in zip(words[::2], words[1::2])}


def _assert_near(actual: list[Any], expected: list[Any]) -> None:
    import numpy as np

    assert len(actual) == len(expected), (len(actual), len(expected))
    for a, e in zip(actual, expected):
        np.testing.assert_allclose(a, e, rtol=TOLERANCE, atol=TOLERANCE)


def _assert_scores(actual: dict[str, Any], expected: dict[str, float]) -> None:
    assert set(actual) == set(expected), actual
    _assert_near([actual[name] for name in expected], list(expected.values()))


def lists_go_in_and_come_out(several: Several) -> None:
    model = several.model
    for outputs in (
        model.serve(several.inputs),
        model(several.inputs),
        model(several.inputs, training=False),
    ):
        assert isinstance(outputs, list), type(outputs)
        _assert_near(outputs, several.outputs)


def the_default_signature_knows_names(several: Several) -> None:
    import tensorflow as tf

    view, hint = map(tf.constant, several.inputs)
    outputs = several.model.signatures["serving_default"](hint=hint, view=view)
    _assert_near([outputs["output_0"], outputs["output_1"]], several.outputs)


def keras_takes_it_as_a_layer(several: Several) -> None:
    import keras

    layer = keras.layers.TFSMLayer(several.folder, call_endpoint="serve")
    _assert_near(layer(several.inputs), several.outputs)


def tflite_converts_it(several: Several) -> None:
    import tensorflow as tf

    converter = tf.lite.TFLiteConverter.from_saved_model(
        several.folder, signature_keys=["serving_default"]
    )
    interpreter = tf.lite.Interpreter(model_content=converter.convert())
    run = interpreter.get_signature_runner("serving_default")
    view, hint = (array[:1] for array in several.inputs)
    outputs = run(view=view, hint=hint)
    _assert_near(
        [outputs["output_0"], outputs["output_1"]],
        [output[:1] for output in several.outputs],
    )


def evaluate_measures_what_java_measures(several: Several) -> None:
    scores = several.model.evaluate(several.inputs, several.labels)
    _assert_scores(scores, several.scores[0])


def steps_in_python_are_steps_in_java(several: Several) -> None:
    for expected in several.scores[1:]:
        scores = several.model.train_step(several.inputs, several.labels)
        _assert_scores(scores, expected)
    _assert_near(several.model.variables, several.weights)


def signatures_train_by_name(several: Several) -> None:
    import tensorflow as tf

    names = ("view", "hint", "output_0", "output_1")
    arrays = [*several.inputs, *several.labels]
    given = {name: tf.constant(array) for name, array in zip(names, arrays)}
    evaluate = several.model.signatures["evaluate"]
    _assert_scores(evaluate(**given), several.scores[0])
    for expected in several.scores[1:]:
        scores = several.model.signatures["train_step"](**given)
        _assert_scores(scores, expected)
    _assert_near(several.model.variables, several.weights)


def a_model_saved_again_trains_on(several: Several) -> None:
    import tensorflow as tf

    folder = several.results / "trained-on"
    several.model.train_step(several.inputs, several.labels)
    tf.saved_model.save(several.model, str(folder / "model"))
    _write(folder, "inputs", several.inputs)
    _write(folder, "outputs", several.model.serve(several.inputs))
    again = tf.saved_model.load(str(folder / "model"))
    for _ in range(STEPS):
        again.train_step(several.inputs, several.labels)
    _write(folder, "trained", again.serve(several.inputs))


def keras_exports_one(several: Several) -> None:
    import keras
    import numpy as np
    from keras import layers

    folder = several.results / "keras"
    first, second = keras.Input((3,), name="z"), keras.Input((2,), name="a")
    both = layers.Concatenate()([first, second])
    ends = [layers.Dense(4)(both), layers.Dense(2, activation="tanh")(both)]
    model = keras.Model([first, second], ends)
    rng = np.random.default_rng(3)
    inputs = [rng.uniform(-1, 1, (6, n)).astype("float32") for n in (3, 2)]
    model.export(str(folder / "model"), verbose=False)
    _write(folder, "inputs", inputs)
    _write(folder, "outputs", model(inputs))


CHECKS = (
    lists_go_in_and_come_out,
    the_default_signature_knows_names,
    keras_takes_it_as_a_layer,
    tflite_converts_it,
    evaluate_measures_what_java_measures,
    steps_in_python_are_steps_in_java,
    signatures_train_by_name,
    a_model_saved_again_trains_on,
    keras_exports_one,
)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
