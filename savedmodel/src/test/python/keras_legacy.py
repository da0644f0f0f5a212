"""Writes the files in all formats and versions of Keras that the Java tests read.

Run it once for each version of Keras, each in a separate environment:

    pip install keras==3.15.1 tensorflow-cpu==2.21.0 h5py && python keras_legacy.py
    pip install keras==3.3.3 tensorflow-cpu==2.21.0 h5py && python keras_legacy.py
    pip install tf_keras==2.21.0 tensorflow-cpu==2.21.0 h5py && python keras_legacy.py tf_keras

It writes ../resources/io/rhyton/keras/legacy/<package>-<version>/<case>.json with inputs,
predictions, and the trainable weights after one more training step, and beside it the
files of the model before that step: <case>.h5, .keras and so on. Each was trained for
three steps.
"""

import json
import os
import shutil
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")

import h5py
import numpy as np

if sys.argv[1:] == ["tf_keras"]:
    import tf_keras as keras
else:
    import keras

layers = keras.layers
optimizers = keras.optimizers
KERAS_2 = keras.__version__[0] == "2"
RESOURCES = Path(__file__).parent.parent / "resources" / "io" / "rhyton" / "keras" / "legacy"
SAMPLES = 6


def chain(adam):
    """An image classifier with every kind of weight; Adam."""
    model = keras.Sequential(
        [
            keras.Input((5, 5, 2), name="image"),
            layers.Conv2D(2, 3, activation="relu", name="conv"),
            layers.BatchNormalization(name="norm"),
            layers.Flatten(name="flatten"),
            layers.Dense(3, activation="softmax", name="scores"),
        ],
        name="chain",
    )
    model.compile(adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def convolutions(adam):
    """The same with the kernels of special convolutions."""
    model = keras.Sequential(
        [
            keras.Input((5, 5, 2), name="image"),
            layers.Conv2D(2, 2, dilation_rate=2, name="dilated"),
            layers.Conv2DTranspose(3, 2, strides=2, activation="relu", name="transposed"),
            layers.DepthwiseConv2D(2, depth_multiplier=2, name="depthwise"),
            layers.SeparableConv2D(3, 2, name="separable"),
            layers.GlobalAveragePooling2D(name="pooled"),
            layers.Activation("softmax", name="scores"),
        ],
        name="chain-convolutions",
    )
    model.compile(adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def nested(sgd):
    """A nested model, whose weights are in a different order than its layers; momentum."""
    block = keras.Sequential(
        [
            keras.Input((4,), name="values"),
            layers.Dense(4, activation="tanh", name="inner"),
            layers.BatchNormalization(name="norm"),
            layers.Dense(4, name="outer"),
        ],
        name="block",
    )
    features = keras.Input((3,), name="features")
    first = layers.Dense(4, name="first")
    first.trainable = False
    x = first(features)
    x = layers.Add(name="add")([x, block(x)])
    model = keras.Model(features, layers.Dense(2, name="last")(x), name="nested")
    model.compile(sgd(0.05, momentum=0.9), "mse")
    return model


def data(model):
    generator = np.random.default_rng(7)
    inputs = generator.uniform(-1, 1, (SAMPLES, *model.input_shape[1:])).astype("float32")
    if model.name.startswith("chain"):
        return inputs, generator.integers(0, 3, SAMPLES)
    return inputs, generator.uniform(-1, 1, (SAMPLES, 2)).astype("float32")


def numbers(values):
    return [float(f"{value:.9g}") for value in np.asarray(values).ravel()]


def save_weights_as_keras_2(model, path):
    """Writes what save_weights wrote before there were .weights.h5 files."""
    if KERAS_2:
        model.save_weights(path)
    else:
        from keras.src.legacy.saving import legacy_h5_format

        with h5py.File(path, "w") as file:
            legacy_h5_format.save_weights_to_hdf5_group(file, model)


def save_folder(model, folder):
    """A SavedModel without the parts that Rhyton does not read."""
    shutil.rmtree(folder, ignore_errors=True)
    model.save(folder, save_format="tf")
    (folder / "saved_model.pb").write_bytes(b"")
    (folder / "fingerprint.pb").unlink()
    (folder / "assets").rmdir()


def mixed(sgd):
    """Mixed float16 with loss scaling, whose first steps overflow; momentum."""
    model = keras.Sequential(
        [
            keras.Input((3,), name="values"),
            layers.Dense(4, activation="tanh", use_bias=False, dtype="mixed_float16", name="inner"),
            layers.Dense(2, use_bias=False, dtype="mixed_float16", name="outer"),
            layers.Activation("linear", dtype="float32", name="values32"),
        ],
        name="mixed",
    )
    optimizer = keras.optimizers.LossScaleOptimizer(sgd(0.1, momentum=0.9))
    model.compile(optimizer, "mse")
    optimizer.build(model.trainable_variables)
    optimizer.dynamic_scale.assign(2.0**20)
    return model


def write(folder, case, model, endings):
    inputs, labels = data(model)
    for _ in range(3):
        model.train_on_batch(inputs, labels)
    for ending in endings:
        path = folder / f"{case}{ending}"
        if ending == ".weights.h5":
            model.save_weights(path)
        elif ending == "-weights-only.h5":
            save_weights_as_keras_2(model, path)
        elif ending == "":
            save_folder(model, path)
        else:
            model.save(path)
    outputs = model.predict(inputs, verbose=0)
    model.train_on_batch(inputs, labels)
    expected = {
        "inputs": numbers(inputs),
        "labels": numbers(labels),
        "outputs": numbers(outputs),
        "after": [numbers(weight) for weight in model.trainable_weights],
    }
    (folder / f"{case}.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


def main():
    folder = RESOURCES / f"{keras.__name__.replace('_', '-')}-{keras.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    # Saving an .h5 file removes the optimizer from the configuration of later .keras files.
    endings = [".keras", ".weights.h5", *([""] if KERAS_2 else []), ".h5"]
    cases = [
        ("chain", chain, optimizers.Adam, endings),
        ("chain-convolutions", convolutions, optimizers.Adam, endings),
        ("nested", nested, optimizers.SGD, [*endings, "-weights-only.h5"]),
    ]
    if not KERAS_2:
        cases += [("mixed", mixed, optimizers.SGD, endings)]
    else:
        cases += [
            ("chain-old-optimizer", chain, optimizers.legacy.Adam, [".h5", ""]),
            ("nested-old-optimizer", nested, optimizers.legacy.SGD, [".h5", ""]),
        ]
    for case, make, optimizer, endings in cases:
        keras.backend.clear_session()
        keras.utils.set_random_seed(11)
        write(folder, case, make(optimizer), endings)


if __name__ == "__main__":
    main()
