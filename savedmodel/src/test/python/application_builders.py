"""keras.applications as Keras builds them, for comparison with io.rhyton.applications.

    python application_builders.py FILE summaries
    python application_builders.py FILE text CASE
    python application_builders.py FOLDER models CASE...
    python application_builders.py FOLDER compare CASE...

summaries writes ../resources/io/rhyton/pretrained/application-builders.txt to FILE, which needs no
Python when it is compared: a line for each case with the number of layers and of
parameters, a digest of the layers as text, and the published file of its weights. text
writes those layers of one case. models writes for each case a folder FOLDER/<number> with

    config.json             model.to_json()
    model.weights.h5        the weights, all drawn at random
    legacy.h5               the same in the format of the published files
    input.npy, output.npy   a batch, and what Keras predicts

compare checks that Keras reads FOLDER/<number>/java.keras as the model that its own
constructor returns, and prints what differs. A case is the constructor and its arguments,
as "MobileNetV2 alpha=0.5 include_top=False"; its number is the one in the arguments. No
published file is downloaded. The exit status is 3 if a package is missing.
"""

import hashlib
import json
import math
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from suite import PACKAGE_MISSING, missing

BODY = "include_top=False"
LARGE = ("MobileNetV3Large", "EfficientNetV2B0", "ResNet50", "ResNet50V2")
SMALL = ("MobileNet", "MobileNetV2", "MobileNetV3Small", "EfficientNetB0", "DenseNet121", "VGG16")
OTHERS = ("Xception", "InceptionV3")
CONVNEXT = "ConvNeXtTiny"


def constructors() -> Iterator[str]:
    yield from ("MobileNet", "MobileNetV2", "MobileNetV3Small", "MobileNetV3Large")
    yield from (f"EfficientNetB{i}" for i in range(8))
    yield from (f"EfficientNetV2{size}" for size in ("B0", "B1", "B2", "B3", "S", "M", "L"))
    yield from (f"ResNet{depth}{version}" for version in ("", "V2") for depth in (50, 101, 152))
    yield from ("DenseNet121", "DenseNet169", "DenseNet201", "VGG16", "VGG19")
    yield from OTHERS
    yield from (f"ConvNeXt{size}" for size in ("Tiny", "Small", "Base", "Large", "XLarge"))


def cases() -> Iterator[str]:
    for name in constructors():
        yield name
        yield f"{name} {BODY} pooling=avg"
        yield f"{name} weights=imagenet"
        yield f"{name} weights=imagenet {BODY}"
    for name in (*SMALL, *LARGE, *OTHERS, CONVNEXT):
        yield f"{name} {BODY} pooling=max input_shape=131,98,3"
        yield f"{name} input_shape=96,97,1 classes=10 classifier_activation=None"
        yield f"{name} {BODY} input_shape=None,None,4"
    for alpha in (0.25, 0.5, 0.75):
        yield f"MobileNet alpha={alpha} weights=imagenet input_shape=160,160,3"
        yield f"MobileNet alpha={alpha} weights=imagenet {BODY} input_shape=100,160,3"
    yield "MobileNet alpha=1.3 depth_multiplier=2 dropout=0.5"
    for alpha in (0.35, 0.5, 0.75, 1.3, 1.4):
        yield f"MobileNetV2 alpha={alpha} weights=imagenet input_shape=96,96,3"
        yield f"MobileNetV2 alpha={alpha} weights=imagenet {BODY} input_shape=128,128,3"
    yield "MobileNetV2 alpha=0.125 input_shape=64,64,3"
    for name in ("MobileNetV3Small", "MobileNetV3Large"):
        yield f"{name} alpha=0.75 weights=imagenet"
        yield f"{name} alpha=0.75 weights=imagenet {BODY}"
        yield f"{name} minimalistic=True weights=imagenet input_shape=224,224,3"
        yield f"{name} minimalistic=True weights=imagenet {BODY}"
        yield f"{name} alpha=1.5 dropout_rate=0 include_preprocessing=False"
    yield f"DenseNet121 {BODY} name=body"
    yield f"EfficientNetV2B1 include_preprocessing=False {BODY}"
    yield f"{CONVNEXT} include_preprocessing=False name=other"
    yield f"EfficientNetV2S include_preprocessing=False {BODY}"


def arguments(case: str) -> tuple[str, dict[str, Any]]:
    """The constructor and its arguments; Keras's default weights are those of ImageNet."""
    name, *texts = case.split(" ")
    given: dict[str, Any] = {"weights": None}
    for text in texts:
        key, value = text.split("=")
        if key == "input_shape":
            given[key] = tuple(parsed(size) for size in value.split(","))
        else:
            given[key] = parsed(value)
    return name, given


def parsed(value: str) -> Any:
    constants = {"None": None, "True": True, "False": False}
    if value in constants:
        return constants[value]
    try:
        return float(value) if "." in value else int(value)
    except ValueError:
        return value


class Published:
    """Records the file that Keras would download, and downloads and loads nothing."""

    def __init__(self) -> None:
        from keras.src.models import Functional
        from keras.src.utils import file_utils

        self.file = ""
        file_utils.get_file = self.get_file
        Functional.load_weights = lambda model, path: None

    def get_file(self, name: str, origin: str, file_hash: str = "", **_: Any) -> str:
        assert origin.endswith("/" + name)
        self.file = f"{origin} {file_hash or '-'}"
        return name


def built(case: str) -> Any:
    import keras

    keras.backend.clear_session()
    name, given = arguments(case)
    return getattr(keras.applications, name)(**given)


def layers(model: Any) -> list[str]:
    """A line for each layer: name, class, output shape, parameters, and the layers that it reads."""
    return [
        f"{layer.name} {type(layer).__name__} {layer.output.shape}"
        f" {sum(math.prod(weight.shape) for weight in getattr(layer, 'weights', []))}"
        f" {','.join(tensor._keras_history.operation.name for tensor in layer._inbound_nodes[0].input_tensors)}"
        for layer in model.operations
    ]


def summaries() -> Iterator[str]:
    published = Published()
    for case in cases():
        published.file = "- -"
        model = built(case)
        lines = layers(model)
        digest = hashlib.sha256("\n".join([model.name, *lines]).encode()).hexdigest()[:16]
        yield f"{case} | {len(lines)} {model.count_params()} {digest} {published.file}"


def write_model(case: str, folder: Path) -> None:
    import keras
    import numpy as np

    model = built(case)
    rng = np.random.default_rng(1)
    model.set_weights([drawn(rng, weight) for weight in model.weights])
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.finalize_state()  # As load_weights does, and set_weights does not.
    folder.mkdir()
    (folder / "config.json").write_text(model.to_json())
    model.save_weights(folder / "model.weights.h5")
    save_legacy(model, folder / "legacy.h5")
    sizes = [size or 75 + i for i, size in enumerate(model.input_shape[1:])]
    batch = rng.uniform(0, 255, (2 if sizes[0] < 250 else 1, *sizes)).astype("float32")
    np.save(folder / "input.npy", batch)
    np.save(folder / "output.npy", model.predict(batch, verbose=0))


def drawn(rng: Any, weight: Any) -> Any:
    """Values that keep the activations of deep networks in range and differ everywhere."""
    shape = tuple(weight.shape)
    if weight.name in ("kernel", "depthwise_kernel", "pointwise_kernel"):
        inputs = shape[0] * shape[1] * (shape[2] if shape[-1] > 1 else 1) if len(shape) == 4 else shape[0]
        return rng.normal(0, (2 / inputs) ** 0.5, shape).astype("float32")
    if weight.name == "gamma":
        # Below 1: residual networks of 200 layers would turn rounding into other classes.
        return rng.uniform(0.2, 0.6, shape).astype("float32")
    if weight.name in ("moving_variance", "variance"):
        return rng.uniform(0.5, 1.5, shape).astype("float32")
    if weight.name == "count":
        return rng.integers(1, 9, shape).astype(weight.dtype)
    return rng.normal(0, 0.1, shape).astype("float32")


def save_legacy(model: Any, file: Path) -> None:
    """As save_weights of Keras 2 did, whose files are the published ones."""
    import h5py
    from keras.src.legacy.saving import legacy_h5_format

    with h5py.File(file, "w") as opened:
        legacy_h5_format.save_weights_to_hdf5_group(opened, model)


def compare(case: str, folder: Path) -> list[str]:
    import keras

    expected = built(case)
    actual = keras.saving.load_model(folder / "java.keras", compile=False)
    if layers(actual) != layers(expected) or actual.name != expected.name:
        return [f"{case}: other layers"]
    return [
        f"{case}: {layer.name}: {read} instead of {wanted}"
        for layer, other in zip(expected.operations, actual.operations, strict=True)
        if (wanted := config(layer)) != (read := config(other))
    ]


def config(operation: Any) -> Any:
    """The configuration with initializers as Keras writes them, not as they were given."""
    from keras.src.saving import serialization_lib

    # As read from JSON, where tuples are lists; -1 equals -1.0.
    return json.loads(json.dumps(serialization_lib.serialize_keras_object(operation.get_config())))


def main(target: Path, action: str, chosen: list[str]) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if missing(("numpy", "tensorflow", "keras", "h5py")):
        return PACKAGE_MISSING
    if action == "summaries":
        with target.open("w") as lines:
            for line in summaries():
                print(line, file=lines, flush=True)
    elif action == "text":
        Published()
        model = built(chosen[0])
        target.write_text("\n".join([model.name, *layers(model)]))
    elif action == "models":
        Published()
        for number, case in enumerate(chosen):
            write_model(case, target / str(number))
    else:
        Published()
        for number, case in enumerate(chosen):
            print("\n".join(compare(case, target / str(number))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
