"""Checks in Keras of a file that Java wrote."""

import shutil
from collections.abc import Callable

import keras
import numpy as np

from keras_file_example import (
    HALF,
    VERSION,
    Example,
    assert_near,
    outputs_of,
    read_weights,
    weights_of,
)

EXACT = 1e-5
FAR = 1e-4
HAS_LOSSES = VERSION >= (3, 5)


def keras_shows_the_same_summary(example: Example) -> None:
    parts: list[str] = []
    example.opened.summary(print_fn=parts.append)
    lines = "\n".join(parts).rstrip().split("\n")
    # The rest is about the optimizer, which an uncompiled model does not have.
    expected = (example.path / "summary.txt").read_text("utf-8").splitlines()
    table = [line.rstrip() for line in lines if "params:" not in line]
    assert table == [line.rstrip() for line in expected if "params:" not in line]
    for line in expected:
        if "rainable params:" in line:
            assert line.rstrip() in [shown.rstrip() for shown in lines], line


def keras_opens_it_compiled(example: Example) -> None:
    model = example.opened
    assert model.compiled
    java = keras.models.load_model(example.path / "start.keras").optimizer
    assert model.optimizer.get_config() == java.get_config()
    # The property counts updates, the file counts steps.
    assert int(model.optimizer.variables[0].numpy()) == HALF


def an_older_keras_refuses_the_state_of_its_optimizer(example: Example) -> None:
    try:
        keras.models.load_model(example.path / "model.keras")
    except ValueError as error:
        assert "could not be loaded" in str(error), error
    else:
        raise AssertionError("it was opened")


def keras_predicts_the_same(example: Example) -> None:
    _assert_outputs(example.opened, example)


def _assert_outputs(model: keras.Model, example: Example) -> None:
    outputs = outputs_of(model, example.inputs[0])
    for ours, theirs in zip(outputs, example.outputs, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=EXACT)


def losses_and_metrics_have_the_same_names(example: Example) -> None:
    scores = example.opened.evaluate(
        example.inputs[0], example.labels[0], verbose=0, return_dict=True
    )
    # Keras 3.3 and 3.4 do not report the losses of single outputs.
    told = [name for name in example.scores if HAS_LOSSES or not name.endswith("_loss")]
    assert sorted(scores) == sorted(told), sorted(scores)


def weights_are_the_same_to_the_bit(example: Example) -> None:
    for ours, theirs in zip(weights_of(example.opened), example.weights(HALF), strict=True):
        assert ours.tobytes() == theirs.tobytes()


def the_next_step_and_twenty_are_those_of_java(example: Example) -> None:
    model = example.load()
    example.train(model, HALF, HALF + 1)
    assert_near(weights_of(model), example.weights(HALF + 1), EXACT)
    example.train(model, HALF + 1, 2 * HALF)
    assert_near(weights_of(model), example.weights(2 * HALF), FAR)


def an_older_keras_takes_other_steps(example: Example) -> None:
    model = example.load()
    example.train(model, HALF, 2 * HALF)
    off = [
        np.max(np.abs(ours - theirs), initial=0)
        for ours, theirs in zip(weights_of(model), example.weights(2 * HALF), strict=True)
    ]
    assert max(off) > FAR, "it holds from this Keras on, too"


def configuration_and_weights_alone_make_the_model(example: Example) -> None:
    model = keras.models.model_from_json((example.path / "config.json").read_text("utf-8"))
    model.load_weights(example.path / "alone.weights.h5")
    _assert_outputs(model, example)


def keras_hands_back_what_it_trained(example: Example) -> None:
    """Trains twenty steps in Keras, for Java to train the other twenty."""
    folder = example.results
    folder.mkdir(parents=True)
    model = example.load("start.keras")
    example.train(model, 0, HALF)
    for pattern in ("inputs*.npy", "labels*.npy"):
        for file in example.path.glob(pattern):
            shutil.copy(file, folder)
    model.save(folder / "model.keras")
    model.save_weights(folder / "alone.weights.h5")
    if _has_legacy_form(model):
        model.save(folder / "model.h5")
    (folder / "config.json").write_text(model.to_json(), "utf-8")
    for index, values in enumerate(outputs_of(model, example.inputs[0])):
        np.save(folder / f"outputs-{index}.npy", values)
    example.train(model, HALF, 2 * HALF)
    weights = folder / f"weights-{2 * HALF}"
    weights.mkdir()
    for index, values in enumerate(weights_of(model)):
        np.save(weights / f"{index}.npy", values)


def _has_legacy_form(model: keras.Model) -> bool:
    """Whether Keras can read the legacy file that it wrote of a model."""
    # Operations lose their module in legacy files.
    operations = getattr(model, "operations", [])
    if not all(isinstance(each, keras.layers.Layer) for each in operations):
        return False
    # Before 3.10 all accumulators have the same name, and HDF5 keeps only the first.
    return VERSION >= (3, 10) or not hasattr(model.optimizer, "_accumulators")


def forty_steps_in_keras_are_forty_in_java(example: Example) -> None:
    """The steps of keras_hands_back_what_it_trained."""
    trained = read_weights(example.results / f"weights-{2 * HALF}")
    assert_near(trained, example.weights(2 * HALF), FAR)


def checks_of(example: Example) -> list[Callable[[Example], None]]:
    """The checks for the Keras that runs this."""
    checks = [
        keras_opens_it_compiled,
        keras_shows_the_same_summary,
        keras_predicts_the_same,
        losses_and_metrics_have_the_same_names,
        weights_are_the_same_to_the_bit,
        the_next_step_and_twenty_are_those_of_java,
        configuration_and_weights_alone_make_the_model,
        keras_hands_back_what_it_trained,
        forty_steps_in_keras_are_forty_in_java,
    ]
    if example.is_refused:
        checks.remove(the_next_step_and_twenty_are_those_of_java)
        checks.remove(keras_opens_it_compiled)
        checks.append(an_older_keras_refuses_the_state_of_its_optimizer)
    elif example.trains_otherwise:
        checks.remove(the_next_step_and_twenty_are_those_of_java)
        checks.remove(forty_steps_in_keras_are_forty_in_java)
        checks.append(an_older_keras_takes_other_steps)
    return checks
