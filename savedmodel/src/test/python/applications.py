"""Models of keras.applications: saved by Keras, predicted with and trained by Keras.

    python applications.py FOLDER

answers "ready", and then each line of standard input with one line of JSON, which is
{"error": a traceback} if that failed:

    list                  the constructors of keras.applications
    versions              the versions of the packages
    configs               the file that it wrote: the configuration of each constructor with
                          its head, as NAME.json, and in weights.json how many weights it has;
                          src/test/resources/io/rhyton/keras/keras-3.15.1/applications.zip
    write NAME CASE SEED  how large the model is; FOLDER/NAME-CASE has then
        model.keras, model.h5, model.weights.h5, config.json
                          the model, with weights that are all different
        keras2.h5, keras2-outputs.npy
                          weights that Keras 2 wrote, as those that Keras publishes,
                          and what Keras 3 predicts with them
        inputs.npy, outputs.npy, other-inputs.npy, other-outputs.npy
                          what Keras predicts, also at another size if the model takes any
        labels.npy, loss.txt, after-<i>.npy
                          a training step; the weights after it, layer by layer
    check NAME CASE       how far the predictions of java.keras and java-saved-model are
                          from outputs.npy, relative to the largest output

NAME is a constructor of keras.applications, or one of SMALL. The cases of a constructor are

    head    with its head, at its default size
    body    without its head, for images of any size, each kind of pooling in turn
    resized with a head of ten classes, for images of another size

Only the last two are trained, with a dropout rate of 0, as Keras and Java draw other
random numbers. The step is one of SGD with a learning rate of 1: the change of the
weights is the gradient, which is far larger than their rounding.
The exit status is 3 if a package is missing.
"""

import gc
import json
import os
import sys
import traceback
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

from suite import PACKAGE_MISSING, PACKAGES, missing, standard_output

POOLINGS = (None, "avg", "max")
HEAD_SIZE, SIZE, OTHER_SIZE = (80, 96), (96, 80), (107, 128)
CLASSES = 10
DEEP = 400


def constructors() -> list[str]:
    import keras

    return sorted(name for name in dir(keras.applications) if name[0].isupper())


def small_convnext() -> Any:
    from keras.src.applications.convnext import ConvNeXt

    return ConvNeXt([1, 1, 2, 1], [8, 8, 12, 16], drop_path_rate=0.2, input_shape=(48, 40, 3), classes=CLASSES)


def nested_convnext() -> Any:
    """Transfer learning: a body as a layer."""
    import keras
    from keras.src.applications.convnext import ConvNeXt

    body = ConvNeXt([1, 1, 1, 1], [4, 6, 8, 8], include_top=False, input_shape=(None, None, 3))
    pooled = [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(CLASSES, "softmax")]
    return keras.Sequential([keras.Input((None, None, 3)), body, *pooled])


def small_mobilenet() -> Any:
    import keras

    return keras.applications.MobileNetV2((64, 48, 3), alpha=0.35, weights=None, classes=CLASSES)


def inception_resnet_blocks() -> Any:
    """InceptionResNetV2 has 56 million weights; these are two of its forty blocks."""
    import keras
    from keras.src.applications.inception_resnet_v2 import conv2d_bn, inception_resnet_block

    image = keras.Input((24, 20, 3))
    x = conv2d_bn(image, 16, 3, strides=2)
    x = inception_resnet_block(x, scale=0.17, block_type="block35", block_idx=1)
    x = inception_resnet_block(x, scale=0.2, block_type="block8", block_idx=1)
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(image, keras.layers.Dense(CLASSES, "softmax")(x))


SMALL = {f.__name__: f for f in (small_convnext, nested_convnext, small_mobilenet, inception_resnet_blocks)}


def configs(folder: Path) -> str:
    import keras

    file = folder / "applications.zip"
    weights = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in constructors():
            keras.backend.clear_session()
            model = build(keras.applications, name, "head")
            weights[name] = model.count_params()
            archive.writestr(f"{name}.json", model.to_json())
        archive.writestr("weights.json", json.dumps(weights))
    return str(file)


def build(applications: Any, name: str, case: str) -> Any:
    if name in SMALL:
        return SMALL[name]()
    make = getattr(applications, name)
    if case == "head":
        return make(weights=None)
    if case == "body":
        pooling = POOLINGS[constructors().index(name) % len(POOLINGS)]
        # Keras builds a NASNet of any size, but cannot call it.
        size = SIZE if name.startswith("NASNet") else (None, None)
        return make(weights=None, include_top=False, input_shape=(*size, 3), pooling=pooling)
    return make(weights=None, input_shape=(*HEAD_SIZE, 3), classes=CLASSES)


def write(parent: Path, name: str, case: str, seed: str) -> dict:
    import keras
    import numpy as np

    folder = parent / f"{name}-{case}"
    folder.mkdir()
    keras.backend.clear_session()
    keras.utils.set_random_seed(len(name) + len(case) + 100 * int(seed))
    rng = np.random.default_rng(len(name) + 100 * int(seed))
    model = build(keras.applications, name, case)
    size = [known or given for known, given in zip(model.input_shape[1:3], SIZE, strict=True)]
    inputs = images(model, rng, size, 2 if case == "head" else 4)
    disturb(model, rng, inputs)
    outputs = predicted(model, inputs)
    if case != "head":
        without_dropout(model)
    has_classes = len(outputs.shape) == 2 and np.allclose(outputs.sum(axis=1), 1, atol=1e-3)
    loss = keras.losses.CategoricalCrossentropy() if has_classes else keras.losses.MeanSquaredError()
    model.compile(keras.optimizers.SGD(1.0), loss, run_eagerly=True)
    model.save(folder / "model.keras")
    model.save(folder / "model.h5")
    model.save_weights(folder / "model.weights.h5")
    (folder / "config.json").write_text(model.to_json(), "utf-8")
    save(folder / "inputs.npy", inputs)
    save(folder / "outputs.npy", outputs)
    if model.input_shape[1] is None:
        other = images(model, rng, OTHER_SIZE, 2)
        save(folder / "other-inputs.npy", other)
        save(folder / "other-outputs.npy", predicted(model, other))
    about = {"weights": model.count_params(), "layers": len(model.layers), "output": list(outputs.shape[1:])}
    if case != "head":
        train(folder, model, inputs, outputs, rng)
    elif write_keras2(folder / "keras2.h5", name, rng):
        model.load_weights(folder / "keras2.h5")
        save(folder / "keras2-outputs.npy", predicted(model, inputs))
    return about


def images(model: Any, rng: Any, size: Any, count: int) -> Any:
    """Coarse patches: of noise alone, deep layers would make the same of all images."""
    import numpy as np

    patches = rng.uniform(0, 1, (count, 4, 4, 3))
    rows, columns = (np.arange(length) * 4 // length for length in size)
    noisy = 0.8 * patches[:, rows][:, :, columns] + 0.2 * rng.uniform(0, 1, (count, *size, 3))
    scaled = any(type(layer).__name__ in ("Rescaling", "Normalization") for layer in model.layers)
    return np.float32(noisy * 255 if scaled else noisy * 2 - 1)


def predicted(model: Any, inputs: Any) -> Any:
    return model(inputs, training=False).numpy()


def flat(model: Any) -> list[Any]:
    """The layers, those of a nested model in its place."""
    import keras

    return [part for layer in model.layers for part in (flat(layer) if isinstance(layer, keras.Model) else [layer])]


def disturb(model: Any, rng: Any, inputs: Any) -> None:
    """Gives all weights other values, with which the outputs are neither all equal nor too large."""
    import numpy as np

    layers = flat(model)
    norms = [layer for layer in layers if type(layer).__name__ == "BatchNormalization"]
    plain = not any("Normalization" in type(layer).__name__ for layer in layers)
    # With larger scales, a deep model amplifies rounding at each addition.
    scale = 0.2 if len(layers) > DEEP else 1
    for layer in layers:
        kind = type(layer).__name__
        for weight in layer.trainable_weights:
            if kind == "LayerScale":
                weight.assign(rng.uniform(0.2, 0.8, weight.shape))
            elif len(weight.shape) > 1:
                # Without a normalization, ReLU halves the variance in each layer.
                weight.assign(weight.numpy() * (np.sqrt(2) if plain else 1))
            else:
                values = weight.numpy() * rng.uniform(0.7, 1.3, weight.shape) + rng.normal(0, 0.1, weight.shape)
                weight.assign(values * (scale if weight.name == "gamma" else 1))
        if kind == "Normalization" and layer.weights:
            layer.adapt_mean.assign(rng.uniform(0.3, 0.6, layer.adapt_mean.shape))
            layer.adapt_variance.assign(rng.uniform(0.1, 0.3, layer.adapt_variance.shape))
            layer.finalize_state()
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    model(inputs, training=True)
    for norm, momentum in zip(norms, momenta, strict=True):
        norm.momentum = momentum
        mean, variance = norm.moving_mean, norm.moving_variance
        # None so small that it amplifies rounding: the batch is small.
        least = 0.1 * variance.numpy().mean()
        variance.assign(variance.numpy() * rng.uniform(0.8, 1.25, variance.shape) + least)
        mean.assign(mean.numpy() + rng.normal(0, 0.1, mean.shape) * np.sqrt(variance.numpy()))
    spread_classes(model, layers, inputs)


def spread_classes(model: Any, layers: list[Any], inputs: Any) -> None:
    """Scales the logits, so that the classes are neither equally likely nor certain."""
    import keras

    last = layers[-1]
    if getattr(last, "activation", None) is not keras.activations.softmax:
        return
    last.activation = keras.activations.linear
    kernel = next(layer for layer in reversed(layers) if hasattr(layer, "kernel")).kernel
    kernel.assign(kernel * (2 / float(predicted(model, inputs).std())))
    last.activation = keras.activations.softmax


def without_dropout(model: Any) -> None:
    for layer in flat(model):
        for option in ("rate", "drop_path_rate"):
            if isinstance(getattr(layer, option, None), float):
                setattr(layer, option, 0.0)


def train(folder: Path, model: Any, inputs: Any, outputs: Any, rng: Any) -> None:
    import numpy as np

    if isinstance(model.loss, type) or "Crossentropy" in type(model.loss).__name__:
        labels = np.eye(outputs.shape[-1])[rng.integers(0, outputs.shape[-1], len(inputs))]
    else:
        labels = outputs + rng.normal(0, outputs.std(), outputs.shape)
    save(folder / "labels.npy", labels)
    logs = model.train_on_batch(inputs, np.float32(labels), return_dict=True)
    (folder / "loss.txt").write_text(repr(float(logs["loss"])), "utf-8")
    weights = [weight for layer in flat(model) for weight in layer.weights if "seed_generator" not in weight.path]
    for index, weight in enumerate(weights):
        save(folder / f"after-{index}.npy", weight.numpy())


def keras2_folders() -> list[Path]:
    return sorted(Path(sys.prefix, "tf_keras").glob("*"))


def write_keras2(file: Path, name: str, rng: Any) -> bool:
    """Writes weights as Keras 2 does; there are none of models that it lacks."""
    if not keras2_folders():
        return False
    sys.path.append(str(keras2_folders()[-1]))
    import tf_keras

    if not hasattr(tf_keras.applications, name):
        return False
    tf_keras.backend.clear_session()
    model = getattr(tf_keras.applications, name)(weights=None)
    # As in disturb, of deep models.
    scales = [0.5 if "gamma" in weight.name else 1 for weight in model.weights]
    values = zip(scales, model.get_weights(), strict=True)
    model.set_weights([scale * disturbed(weight, rng) for scale, weight in values])
    model.save_weights(file)
    return True


def disturbed(values: Any, rng: Any) -> Any:
    if values.ndim != 1:
        return values
    return abs(values) * rng.uniform(0.8, 1.2, values.shape) + rng.uniform(0, 0.1, values.shape)


def save(file: Path, array: Any) -> None:
    import numpy as np

    np.save(file, np.ascontiguousarray(array, dtype="<f4"))


def check(parent: Path, name: str, case: str) -> dict:
    import keras
    import numpy as np
    import tensorflow as tf

    folder = parent / f"{name}-{case}"
    keras.backend.clear_session()
    inputs, expected = np.load(folder / "inputs.npy"), np.load(folder / "outputs.npy")
    opened = predicted(keras.models.load_model(folder / "java.keras"), inputs)
    loaded = tf.saved_model.load(folder / "java-saved-model")
    served = loaded.serve(inputs)
    return {"python_keras": difference(opened, expected), "python_saved_model": difference(served, expected)}


def difference(values: Any, expected: Any) -> float:
    import numpy as np

    values = next(iter(values.values())) if isinstance(values, dict) else values
    return float(np.abs(np.asarray(values) - expected).max() / np.abs(expected).max())


def versions() -> dict:
    import keras
    import tensorflow as tf

    return {"keras": keras.__version__, "tensorflow": tf.__version__, "tf_keras": keras2_folders()[-1].name}


def main(folder: Path) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        print("ready", file=lines, flush=True)
        answers = {
            "list": constructors,
            "versions": versions,
            "configs": partial(configs, folder),
            "write": partial(write, folder),
            "check": partial(check, folder),
        }
        for line in sys.stdin:
            question, *arguments = line.split()
            try:
                answer = answers[question](*arguments)
            except Exception:
                answer = {"error": traceback.format_exc()}
            gc.collect()
            print(json.dumps(answer), file=lines, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
