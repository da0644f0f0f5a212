"""Functional models of one call, written as an expression such as "Dense(4)(vector)".

Each name of TENSORS in it is an input of the model.
"""

import linecache
from typing import Any, NamedTuple

SAMPLES = 2
SOURCE = "<call>"


class Tensor(NamedTuple):
    """An input: the shape of a sample, and what it contains."""

    shape: tuple[int, ...]
    contents: str = "numbers"
    dtype: str = "float32"


INTEGERS = ("integers", "int32")
TENSORS = {
    "vector": Tensor((6,)),
    "other_vector": Tensor((6,)),
    "sequence": Tensor((6, 4)),
    "other_sequence": Tensor((6, 4)),
    "image": Tensor((8, 9, 3), "shares"),
    "other_image": Tensor((8, 9, 3), "shares"),
    "even_image": Tensor((8, 6, 3)),
    "pixels": Tensor((12, 12, 3), "pixels"),
    "channels": Tensor((3, 4, 8)),
    "channels_first": Tensor((3, 4, 4)),
    "columns": Tensor((4, 9)),
    "images_in_a_row": Tensor((3, 6, 2)),
    "volume": Tensor((5, 6, 4, 2)),
    "volumes": Tensor((2, 3, 4, 3, 2)),
    "signal": Tensor((256,)),
    "wave": Tensor((96, 1)),
    "frames": Tensor((5, 9)),
    "other_frames": Tensor((5, 9)),
    "ids": Tensor((6,), "integers"),
    "integer": Tensor((1,), *INTEGERS),
    "other_integer": Tensor((1,), *INTEGERS),
    "integers": Tensor((6,), *INTEGERS),
    "other_integers": Tensor((6,), *INTEGERS),
    "integer_pair": Tensor((2,), *INTEGERS),
    "integer_row": Tensor((4,), *INTEGERS),
    "label": Tensor((), *INTEGERS),
    "length": Tensor((), "ones", "int32"),
    "scores": Tensor((6,)),
    "other_scores": Tensor((6,)),
    "flat": Tensor(()),
    "other_flat": Tensor(()),
    "words": Tensor((1,), "words", "string"),
    "x": Tensor((4, 6)),
    "y": Tensor((4, 6)),
    "matrix": Tensor((4, 4), "positive definite"),
    "heads": Tensor((6, 2, 4)),
    "thin": Tensor((4, 1)),
    "pairs": Tensor((4, 2)),
    "corners": Tensor((4, 2)),
    "other_corners": Tensor((4, 2)),
}


class Inputs(dict[str, Any]):
    """The names in an expression: an input is made when it is first used."""

    def __init__(self, keras: Any, names: dict[str, Any]) -> None:
        super().__init__(names)
        self.keras = keras
        self.tensors: dict[str, Any] = {}

    def __missing__(self, name: str) -> Any:
        if name not in TENSORS:
            raise KeyError(name)
        tensor = self.keras.Input(TENSORS[name].shape, dtype=TENSORS[name].dtype, name=name)
        self[name] = self.tensors[name] = tensor
        return tensor


def model_of(keras: Any, call: str, names: dict[str, Any]) -> Any:
    """Returns the model of a call; raises an exception if there is none."""
    inputs = Inputs(keras, names)
    # Keras reads the source of a lambda.
    linecache.cache[SOURCE] = (len(call), None, [call], SOURCE)
    value = eval(compile(call, SOURCE, "eval"), inputs)
    outputs = [tensor for tensor in _flat(value) if keras.backend.is_keras_tensor(tensor)]
    if not outputs:
        raise TypeError("returns no tensor of the model")
    return keras.Model(list(inputs.tensors.values()), outputs)


def _flat(value: Any) -> list[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    return [part for each in value for part in _flat(each)] if isinstance(value, list | tuple) else [value]


def samples(name: str, rng: Any, low: float, high: float) -> Any:
    """Returns a batch for an input, whose numbers are in a range."""
    import numpy as np

    tensor = TENSORS[name]
    shape = (SAMPLES, *tensor.shape)
    values = {
        "numbers": lambda: rng.uniform(low, high, shape),
        "shares": lambda: rng.uniform(0, 1, shape),
        "pixels": lambda: rng.uniform(0, 255, shape),
        "integers": lambda: rng.integers(1, 6, shape),
        "ones": lambda: np.ones(shape),
        "words": lambda: rng.choice(["a", "b", "c", "d"], shape),
        "positive definite": lambda: _positive_definite(rng.uniform(-1, 1, shape)),
    }[tensor.contents]()
    return values if tensor.dtype == "string" else np.asarray(values, tensor.dtype)


def _positive_definite(values: Any) -> Any:
    import numpy as np

    return values @ np.swapaxes(values, -1, -2) + np.eye(values.shape[-1])
