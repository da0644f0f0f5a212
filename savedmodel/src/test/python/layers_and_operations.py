"""A small model of each layer, operation, operator and activation function of Keras.

    python layers_and_operations.py FOLDER [tf_keras]

writes with Keras 3, or with Keras 2 (tf_keras), for each of them FOLDER/KIND/NUMBER with

    model.keras or model.h5     a functional model of one call; Keras 2 writes .h5
    inputs-<i>.npy              a batch for each input, if it has numbers
    outputs-<i>.npy             what Keras predicts

and prints a line of JSON for each: its kind, name, folder and call, the names of the classes
in the model, and the error, with what failed, if Keras cannot make, save or call the model.
A class or function without a call in layer_calls.py or operation_calls.py is an error.
The exit status is 3 if a package is missing.
"""

import inspect
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import layer_calls
import operation_calls
from functional_calls import TENSORS, model_of, samples
from suite import PACKAGE_MISSING, missing, standard_output

# Numbers for the inputs: the first with which the outputs are finite.
RANGES = ((-2, 2), (0.1, 0.9), (1.1, 1.9))


def layers(keras: Any) -> Iterator[tuple[str, str]]:
    public = {name: value for name, value in vars(keras.layers).items() if inspect.isclass(value)}
    # Aliases are left out, unless the class is public only under another name than its own.
    names = {name for name, value in public.items() if name == value.__name__ or value.__name__ not in public}
    for name in sorted(names - set(layer_calls.NOT_TRIED)):
        if name not in layer_calls.CALLS:
            raise ValueError(f"layer_calls.py has no call of {name}")
        yield name, layer_calls.CALLS[name]


def operations(keras: Any) -> Iterator[tuple[str, str]]:
    functions = {name: value for name, value in vars(keras.ops).items() if inspect.isfunction(value)}
    for name, value in vars(keras.ops.image).items():
        if inspect.isfunction(value) and name not in functions:
            functions[f"image.{name}"] = value
    for name in sorted(functions):
        yield name, operation_calls.CALLS.get(name) or _plain_call(name, functions[name])
    for call in operation_calls.MORE_CALLS:
        yield call.removeprefix("ops."), call


def _plain_call(name: str, function: Any) -> str:
    parameters = inspect.signature(function).parameters.values()
    needed = sum(parameter.default is parameter.empty for parameter in parameters)
    if needed not in (1, 2):
        raise ValueError(f"operation_calls.py has no call of {name}")
    return f"ops.{name}(x)" if needed == 1 else f"ops.{name}(x, y)"


def operators(keras: Any) -> Iterator[tuple[str, str]]:
    for call in operation_calls.OPERATORS:
        yield call, call


def activations(keras: Any) -> Iterator[tuple[str, str]]:
    for name in sorted(vars(keras.activations)):
        if inspect.isfunction(getattr(keras.activations, name)) and name not in ("deserialize", "get", "serialize"):
            yield name, f'Activation("{name}")(x)'


def attempt(keras: Any, folder: Path, case: dict[str, Any]) -> None:
    """Writes the files of a case; adds the classes of its model, or what Keras cannot do and why."""
    import numpy as np

    keras.utils.set_random_seed(7)
    rng = np.random.default_rng(7)
    try:
        case["failed"] = "make"
        model = model_of_call(keras, case["call"])
        parts = model.operations if hasattr(model, "operations") else model.layers
        case["classes"] = sorted({type(part).__name__ for part in parts})
        if case["kind"] == "operations" and case["classes"] == ["InputLayer"]:
            raise TypeError("returns an input of the model")
        shake(model, rng)
        case["failed"] = "save"
        folder.mkdir(parents=True)
        model.save(folder / ("model.keras" if hasattr(keras, "ops") else "model.h5"))
        case["failed"] = "predict"
        write_predictions(folder, *predicted(model, rng))
        del case["failed"]
    except Exception as error:  # Any exception of Keras is a result.
        case["error"] = f"{type(error).__name__}: {error}"


def model_of_call(keras: Any, call: str) -> Any:
    return model_of(keras, call, {"ops": getattr(keras, "ops", None), "adapted": adapted, **vars(keras.layers)})


def write_predictions(folder: Path, inputs: list[Any], outputs: list[Any]) -> None:
    for index, array in enumerate(inputs):
        if array.dtype.kind != "U":
            save(folder / f"inputs-{index}.npy", array)
    for index, array in enumerate(outputs):
        save(folder / f"outputs-{index}.npy", array)


def adapted(layer: Any) -> Any:
    import numpy as np

    layer.adapt(np.random.default_rng(7).normal(1, 2, (32, *TENSORS["vector"].shape)).astype("float32"))
    return layer


def shake(model: Any, rng: Any) -> None:
    """Sets all weights to distinct values; those that scale or divide stay positive."""
    for layer in model.layers:
        if type(layer).__name__ == "Normalization":
            continue  # Keras computes from its weights what it uses.
        for weight in layer.weights:
            if "float" in str(weight.dtype):
                signs = rng.choice([-1, 1], weight.shape) if len(weight.shape) > 1 else 1
                weight.assign((rng.uniform(0.3, 0.8, weight.shape) * signs).astype("float32"))


def predicted(model: Any, rng: Any) -> tuple[list[Any], list[Any]]:
    import numpy as np
    import tensorflow as tf

    names = [tensor.name for tensor in model.inputs]
    for low, high in RANGES:
        inputs = [samples(name, rng, low, high) for name in names]
        results = model([tf.constant(array) for array in inputs], training=False)
        results = results if isinstance(results, list | tuple) else [results]
        outputs = [np.asarray(result) for result in results]
        if all(array.dtype.kind not in "fc" or np.isfinite(array).all() for array in outputs):
            break
    return inputs, outputs


def save(file: Path, array: Any) -> None:
    import numpy as np

    np.save(file, np.asarray(array, dtype="<f4", order="C"))


KINDS = {"layers": layers, "operations": operations, "operators": operators, "activations": activations}


def main(folder: Path, package: str) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if package == "tf_keras":
        os.environ["TF_USE_LEGACY_KERAS"] = "1"
    with standard_output() as lines:
        if missing(("numpy", "tensorflow", package)):
            return PACKAGE_MISSING
        keras = __import__(package)
        for kind, calls in KINDS.items():
            if kind == "operations" and package == "tf_keras":
                continue
            for number, (name, call) in enumerate(calls(keras)):
                case = {"kind": kind, "name": name, "folder": f"{kind}/{number}", "call": call}
                attempt(keras, folder / case["folder"], case)
                print(json.dumps(case), file=lines, flush=True)
        print(json.dumps({"kind": "version", "name": keras.__version__}), file=lines, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *(sys.argv[2:] or ["keras"])))
