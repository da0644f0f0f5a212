"""Mixed float16 with loss scaling: skipped steps, and the steps after them."""

import keras
import numpy as np
from keras import layers, losses, optimizers
from keras.optimizers import schedules

from recording import compiled, fill, generator, load, numbers, step, weights

STEPS = 8
POLICY = "mixed_float16"

# An optimizer, its initial loss scale and its initial step counter.
Case = tuple[optimizers.Optimizer, float, int]


def cases() -> dict[str, Case]:
    overflowing = 2.0**22
    return {
        "sgd": (optimizers.SGD(0.1, momentum=0.9), overflowing, 3),
        "adam": (optimizers.Adam(0.02), overflowing, 0),
        "growing": (optimizers.Adam(0.02), 64.0, 1997),
        "growing_too_far": (optimizers.RMSprop(0.001), 2.0**17, 1999),
        "clipped": (
            optimizers.SGD(0.1, momentum=0.5, global_clipnorm=0.3),
            overflowing,
            0,
        ),
        "averaged": (
            optimizers.SGD(
                0.1, use_ema=True, ema_momentum=0.7, ema_overwrite_frequency=2
            ),
            overflowing,
            0,
        ),
        "accumulated": (
            optimizers.Adam(0.05, gradient_accumulation_steps=2),
            overflowing,
            0,
        ),
        "scheduled": (
            optimizers.Nadam(schedules.ExponentialDecay(0.05, 2, 0.5)),
            overflowing,
            0,
        ),
    }


def record_all() -> dict:
    rng = generator("precision")
    inputs = numbers(rng, (4, 4, 4, 2))
    targets = numbers(rng, (4, 2))
    model = network()
    start = fill(model, rng)
    return {
        "inputs": inputs,
        "labels": [[float(v) for v in row] for row in targets],
        "start": start,
        "cases": {
            name: record(load(model, start), case, inputs, targets)
            for name, case in cases().items()
        },
    }


def network() -> keras.Model:
    """Only layers with products, which Rhyton computes in float16."""
    return keras.Sequential(
        [
            keras.Input((4, 4, 2)),
            layers.Conv2D(
                3,
                3,
                activation="relu",
                use_bias=False,
                dtype=POLICY,
                name="edges",
            ),
            layers.Flatten(dtype=POLICY, name="flatten"),
            layers.Dense(
                3,
                activation="tanh",
                use_bias=False,
                dtype=POLICY,
                name="hidden",
            ),
            layers.Dense(2, use_bias=False, dtype=POLICY, name="outputs"),
        ]
    )


def record(
    model: keras.Model, case: Case, inputs: np.ndarray, targets: np.ndarray
) -> dict:
    inner, scale, counter = case
    optimizer = optimizers.LossScaleOptimizer(inner)
    compiled(model, losses.MeanSquaredError(), optimizer)
    optimizer.build(model.trainable_variables)
    optimizer.dynamic_scale.assign(scale)
    optimizer.step_counter.assign(counter)
    steps = []
    for _ in range(STEPS):
        loss = step(model, inputs, targets)["loss"]
        steps.append(
            {
                "loss": float(loss),
                "scale": float(optimizer.dynamic_scale.numpy()),
                "counter": int(optimizer.step_counter.numpy()),
                "iterations": int(inner._iterations.numpy()),
                "weights": weights(model),
            }
        )
    return {"scale": scale, "counter": counter, "steps": steps}
