"""Writes files in which every weight could be mistaken for another, as all shapes are equal.

Run it once for each version of Keras, like keras_legacy.py:

    pip install keras==3.15.1 tensorflow-cpu==2.21.0 h5py && python keras_orders.py
    pip install tf_keras==2.21.0 tensorflow-cpu==2.21.0 h5py && python keras_orders.py tf_keras

It writes ../resources/io/rhyton/keras/orders/<package>-<version>/<case>.h5, only the
weights of the same model as <case>-weights-only.h5, and some inputs with its predictions as
<case>.json.
"""

import json
import os
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
KERAS_2 = keras.__version__[0] == "2"
RESOURCES = Path(__file__).parent.parent / "resources" / "io" / "rhyton" / "keras" / "orders"


def dense(name):
    return layers.Dense(2, activation="tanh", name=name)


def features():
    inputs = keras.Input((2,))
    x = dense("one")(inputs)
    x = layers.BatchNormalization(name="norm")(x)
    return keras.Model(inputs, dense("two")(x), name="features")


def with_head(inner):
    return keras.Sequential([keras.Input(inner.input_shape[1:]), inner, dense("head")])


def refrozen():
    """Frozen as a whole; then one layer is made trainable again."""
    inner = features()
    inner.trainable = False
    inner.get_layer("two").trainable = True
    return with_head(inner)


def partly():
    """One layer is frozen."""
    inner = features()
    inner.get_layer("one").trainable = False
    return with_head(inner)


def deep():
    """Nested models, frozen as a whole; then layers of each are made trainable again."""
    innermost = features()
    inputs = keras.Input((2,))
    x = dense("three")(innermost(inputs))
    inner = keras.Model(inputs, layers.BatchNormalization(name="norm_2")(x), name="inner")
    middle = keras.Sequential([keras.Input((2,)), inner, dense("last")], name="middle")
    middle.trainable = False
    innermost.get_layer("two").trainable = True
    middle.get_layer("last").trainable = True
    return with_head(middle)


def wrapped():
    """Layers inside layers, the first of which is frozen."""
    inputs = keras.Input((2, 2))
    recurrent = layers.SimpleRNN(2, return_sequences=True)
    x = layers.Bidirectional(recurrent, merge_mode="sum", name="both")(inputs)
    x = layers.TimeDistributed(dense("each"), name="steps")(x)
    x = layers.SimpleRNN(2, return_sequences=True, name="chain")(x)
    inner = keras.Model(inputs, dense("two")(x), name="wrapped")
    inner.get_layer("both").trainable = False
    return with_head(inner)


def read_again():
    """The same model, loaded from a file: Keras 3 then uses other names for some layers."""
    wrapped().save("read_again.h5")
    model = keras.models.load_model("read_again.h5", compile=False)
    os.remove("read_again.h5")
    return model


def branches():
    """Two layers on one input, whose names are not in the order of their calls."""
    inputs = keras.Input((2,))
    first, second = dense("z"), dense("a")
    x = second(first(inputs))
    return keras.Model(inputs, layers.Subtract()([x, dense("m")(inputs)]), name="branches")


def trained():
    """An optimizer that has variables for every weight."""
    model = with_head(features())
    compile_and_train(model)
    return model


def trained_otherwise():
    """One layer is trained, then another one instead."""
    inner = features()
    inner.get_layer("two").trainable = False
    model = with_head(inner)
    compile_and_train(model)
    inner.get_layer("one").trainable = False
    inner.get_layer("two").trainable = True
    return model


def compile_and_train(model):
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
    model.fit(samples(model), np.ones((3, 2), "float32"), epochs=2, verbose=0)


def samples(model):
    shape = (3, *model.input_shape[1:])
    return np.random.default_rng(3).uniform(-1, 1, shape).astype("float32")


def set_weights(model):
    """Sets all weights to distinct values."""
    generator = np.random.default_rng(5)
    weights = [generator.uniform(0.3, 1, w.shape).astype("float32") for w in model.get_weights()]
    model.set_weights(weights)


def save_weights(model, path):
    """Writes the same file as save_weights of Keras 2."""
    if KERAS_2:
        model.save_weights(path)
    else:
        from keras.src.legacy.saving import legacy_h5_format

        with h5py.File(path, "w") as file:
            legacy_h5_format.save_weights_to_hdf5_group(file, model)


def numbers(values):
    return [float(f"{value:.9g}") for value in np.asarray(values).ravel()]


def main():
    folder = RESOURCES / f"{keras.__name__.replace('_', '-')}-{keras.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    cases = [refrozen, partly, deep, wrapped, branches, trained, trained_otherwise]
    cases += [] if KERAS_2 else [read_again]
    for case in cases:
        keras.backend.clear_session()
        keras.utils.set_random_seed(11)
        model = case()
        set_weights(model)
        model.save(folder / f"{case.__name__}.h5")
        if case in (refrozen, deep):
            save_weights(model, folder / f"{case.__name__}-weights-only.h5")
        inputs = samples(model)
        outputs = model(inputs, training=False)
        expected = {"inputs": numbers(inputs), "outputs": numbers(outputs)}
        text = json.dumps(expected, separators=(",", ":")) + "\n"
        (folder / f"{case.__name__}.json").write_text(text)


if __name__ == "__main__":
    main()
