"""How far one training step of Keras in float32 is from the same step in float64.

    python step_rounding.py

For a small MobileNetV2 and five seeds: the step of applications.py, run eagerly, in a graph, and compiled
by XLA. Prints the difference of all weights, relative to the length of the change, and
for the first normalization from the output that differs (those nearer to the output have
the same gradient) in how many of its channels, and how near a value of the worst of them
is to a kink of the ReLU6 that follows.
"""

import os
from typing import Any

from applications import CLASSES, images, small_mobilenet

WAYS = {"eager": {"run_eagerly": True}, "graph": {"run_eagerly": False}, "XLA": {"jit_compile": True}}
KINKS = (0, 6)
FAR = 1e-3
SEEDS = range(5)
BATCH = 4


def weights_after(start: Any, batch: Any, dtype: str, **way: Any) -> Any:
    import keras
    import numpy as np

    model = built(start, dtype)
    model.compile(keras.optimizers.SGD(1.0), "categorical_crossentropy", **way)
    model.train_on_batch(*(np.asarray(part, dtype) for part in batch))
    return model.get_weights()


def built(weights: Any, dtype: str) -> Any:
    import keras

    keras.backend.clear_session()
    keras.config.set_floatx(dtype)
    keras.config.set_dtype_policy(dtype)
    model = small_mobilenet()
    if weights:
        model.set_weights(weights)
    return model


def distance(first: Any, second: Any) -> float:
    import numpy as np

    return float(np.sqrt(sum(((a.astype("f8") - b) ** 2).sum() for a, b in zip(first, second, strict=True))))


def first_far(names: list[str], after: Any, exact: Any, start: Any) -> tuple[str, Any] | None:
    """The normalization nearest to the output whose beta changes otherwise, and the difference by channel."""
    import numpy as np

    for index in reversed(range(len(names))):
        # Those before an addition have no ReLU, and no gradient but rounding.
        if names[index].endswith("/beta") and "project" not in names[index]:
            off = np.abs(after[index] - exact[index]) / np.abs(exact[index] - start[index]).max()
            if off.max() > FAR:
                return names[index].split("/")[0], off
    return None


def report(name: str, after: Any, exact: Any, start: Any, batch: Any) -> str:
    import keras
    import numpy as np

    line = f"{name}: {distance(after, exact) / distance(start, exact):.0e}"
    model = built(start, "float64")
    far = first_far([weight.path for weight in model.weights], after, exact, start)
    if far:
        layer, off = far
        values = keras.Model(model.inputs, model.get_layer(layer).output)(batch[0].astype("f8"), training=True)
        channel = np.asarray(values)[..., off.argmax()]
        near = min(np.abs(channel - kink).min() for kink in KINKS)
        line += f"; {layer} differs in {(off > FAR).sum()} of {off.size} channels, a value {near:.0e} from a kink"
    return line


def main() -> None:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    for seed in SEEDS:
        start, batch = drawn(seed)
        exact = weights_after(start, batch, "float64", run_eagerly=True)
        for name, way in WAYS.items():
            print(report(f"seed {seed}, {name}", weights_after(start, batch, "float32", **way), exact, start, batch))


def drawn(seed: int) -> tuple[Any, Any]:
    """Weights and a batch with its labels."""
    import keras
    import numpy as np

    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    model = built(None, "float32")
    start = [
        weight.numpy() + (rng.normal(0, 0.1, weight.shape) if weight.path.endswith(("gamma", "beta")) else 0)
        for weight in model.weights
    ]
    labels = np.eye(CLASSES)[rng.integers(0, CLASSES, BATCH)]
    return start, (images(model, rng, model.input_shape[1:3], BATCH), labels)


if __name__ == "__main__":
    main()
