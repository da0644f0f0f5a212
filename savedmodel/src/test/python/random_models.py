"""Compares random models of Java with the results of Keras for their files.

    python random_models.py FOLDER

Each line of standard input names a folder, with

    model.keras       compiled, before its first training step
    inputs-<i>.npy    a batch for each input
    labels-<i>.npy    its labels for each output
    outputs-<i>.npy   the predictions of Java
    other-inputs-<i>.npy, other-outputs-<i>.npy
                      the same for a batch of another size, if the model takes any
    weights-<i>.npy   the weights after a training step, in the model's order
    facts.txt         the number of parameters, the loss in that step, and the shape
                      of each output

The answer is one JSON object on a line of standard output: the last check, the
name of the folder, and the error, empty if all passed. The first line means that the
script is ready; the exit status is 3 if a package is missing.

Differences beyond rounding are judged by Keras in float64: if Keras itself is as far
off in float32, or when its inputs and weights are perturbed in the seventh digit, the
model magnifies rounding errors, and the case is inconclusive.
"""

import copy
import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from suite import PACKAGE_MISSING, PACKAGES, attempt, missing, standard_output

FORWARD = 1e-5
STEP = 1e-4
# What rounding may be off by, of what the values of an array changed by.
ROUNDING = 1e-6
# How much of what Keras is off by Java may be off by.
LENIENCE = 10
# What rounding leaves of a gradient whose parts cancel, at the rate of RandomCase.STEEP; by
# chance, Keras is exact.
CANCELLED = 1024 * 6e-8 / LENIENCE
LAST_DIGIT = 3e-7


class Drawn:
    """A random model of Java."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.inputs = self._arrays("inputs")
        self.labels = self._arrays("labels")
        self.outputs = self._arrays("outputs")
        self.weights = self._arrays("weights")
        self.other_inputs = self._arrays("other-inputs")
        self.other_outputs = self._arrays("other-outputs")
        parameters, loss, *shapes = (path / "facts.txt").read_text("utf-8").splitlines()
        self.parameters = int(parameters)
        self.loss = float(loss)
        self.shapes = shapes

    def _arrays(self, name: str) -> list[Any]:
        import numpy as np

        files = sorted(self.path.glob(f"{name}-*.npy"), key=lambda file: int(file.stem[len(name) + 1 :]))
        return [np.load(file) for file in files]

    def of_other_size(self) -> "Drawn":
        other = copy.copy(self)
        other.inputs = self.other_inputs
        return other


class Checks:
    """The checks of one model, in order; `last` is the name of the current one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last = "opens"

    def run(self) -> None:
        import keras
        import numpy as np

        drawn = Drawn(self.path)
        model = _load(self.path)
        self.last = "has_the_same_shapes"
        assert model.count_params() == drawn.parameters, (model.count_params(), drawn.parameters)
        shapes = [",".join(str(size) for size in output.shape[1:]) for output in model.outputs]
        assert shapes == drawn.shapes, (shapes, drawn.shapes)
        self.last = "predicts_the_same"
        unstable = self._compare(model, drawn, _predict, drawn.outputs, FORWARD)
        if drawn.other_inputs:
            self.last = "predicts_the_same_at_another_size"
            unstable |= self._compare(model, drawn.of_other_size(), _predict, drawn.other_outputs, FORWARD)
        self.last = "learns_the_same"
        start = _weights_of(model)
        unstable |= self._compare(
            model, drawn, _step, [*drawn.weights, np.asarray(drawn.loss)], STEP, start, CANCELLED
        )
        self.last = "unstable" if unstable else "agrees"

    def _compare(
        self,
        model: Any,
        drawn: Drawn,
        run: Callable[..., list[Any]],
        ours: list[Any],
        tolerance: float,
        start: list[Any] | None = None,
        least: float = 0,
    ) -> bool:
        """Whether something differed, but not more than Keras differs from itself."""
        import numpy as np

        theirs = run(model, drawn.inputs, drawn.labels)
        assert [a.shape for a in ours] == [a.shape for a in theirs]
        far = [
            index
            for index, (a, e) in enumerate(zip(ours, theirs))
            if not _near(a, e, tolerance, start[index] if start and index < len(start) else None)
        ]
        if not far:
            return False
        exact = _exactly(drawn, self.path, run)
        others = [run(_shaken(self.path, seed), _shake(drawn.inputs, seed), drawn.labels) for seed in range(3)]
        for index in far:
            a, e, x = ours[index], theirs[index], exact[index]
            if not np.all(np.isfinite(x)) or not np.all(np.isfinite(e)):
                continue
            noise = max(least, _off(e, x), *(_off(e, other[index]) for other in others))
            off = _off(a, x)
            assert off <= LENIENCE * noise, (
                f"array {index} of {len(ours)} {a.shape} is off by {off:.2e}, Keras by {noise:.2e}:"
                f"\n{a.ravel()[:8]}\n{e.ravel()[:8]}\n{x.ravel()[:8]}"
            )
        return True


def _off(a: Any, e: Any) -> float:
    import numpy as np

    off = np.max(np.abs(a.astype("float64") - e), initial=0)
    return float("inf") if np.isnan(off) else float(off)


def _near(a: Any, e: Any, tolerance: float, start: Any) -> bool:
    import numpy as np

    if not np.all(np.isfinite(e)):
        return False
    if start is None:
        return _off(a, e) <= tolerance * np.max(np.abs(e), initial=0)
    change = np.max(np.abs(e - start), initial=0)
    return _off(a, e) <= tolerance * change + ROUNDING * np.max(np.abs(start), initial=0)


def _load(path: Path) -> Any:
    import keras

    return _eager(keras.models.load_model(path / "model.keras"))


def _eager(model: Any) -> Any:
    """A model in eager mode: compiling takes longer than a single step."""
    model.jit_compile = False
    model.run_eagerly = True
    return model


def _predict(model: Any, inputs: list[Any], labels: list[Any]) -> list[Any]:
    import keras

    outputs = model(inputs if len(inputs) > 1 else inputs[0], training=False)
    return [keras.ops.convert_to_numpy(output) for output in _listed(outputs)]


def _step(model: Any, inputs: list[Any], labels: list[Any]) -> list[Any]:
    """The weights after a training step, and its loss."""
    import numpy as np

    logs = model.train_on_batch(
        inputs if len(inputs) > 1 else inputs[0],
        labels if len(labels) > 1 else labels[0],
        return_dict=True,
    )
    return [*_weights_of(model), np.asarray(logs["loss"])]


def _listed(outputs: Any) -> list[Any]:
    return list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]


def _weights_of(model: Any) -> list[Any]:
    """Weights in the order of Java: layer by layer, with the layers of nested models in place."""
    import keras

    found = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found += _weights_of(layer)
        else:
            found += [weight.numpy() for weight in layer.weights]
    return found


def _exactly(drawn: Drawn, path: Path, run: Callable[..., list[Any]]) -> list[Any]:
    import keras

    model = _load(path)
    text = model.to_json().replace('"float32"', '"float64"')
    keras.config.set_floatx("float64")
    try:
        twin = keras.models.model_from_json(text)
        twin.compile_from_config(model.get_compile_config())
        twin.set_weights(model.get_weights())
        return run(
            _eager(twin),
            [array.astype("float64") for array in drawn.inputs],
            [array.astype("float64") for array in drawn.labels],
        )
    finally:
        keras.config.set_floatx("float32")


def _shaken(path: Path, seed: int) -> Any:
    model = _load(path)
    model.set_weights(_shake(model.get_weights(), seed))
    return model


def _shake(arrays: list[Any], seed: int) -> list[Any]:
    import numpy as np

    rng = np.random.default_rng(seed)
    return [
        array if np.all(array == np.round(array)) else (array * (1 + LAST_DIGIT * rng.uniform(-1, 1, array.shape))).astype("float32")
        for array in arrays
    ]


def _answer(path: Path) -> dict[str, str]:
    checks = Checks(path)
    result = attempt("", path.name, checks.run)
    return {**result._asdict(), "check": checks.last}


def main() -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        import keras

        # Keras collects garbage after each model; imported modules need not be scanned.
        gc.freeze()
        print("ready", file=lines, flush=True)
        for line in sys.stdin:
            print(json.dumps(_answer(Path(line.strip()))), file=lines, flush=True)
            keras.backend.clear_session()
    return 0


if __name__ == "__main__":
    sys.exit(main())
