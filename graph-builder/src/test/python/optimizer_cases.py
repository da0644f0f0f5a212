"""Every optimizer with every option: losses, weights and slot variables."""

import keras
import numpy as np
from keras import layers, losses, optimizers
from keras.optimizers import schedules

from recording import (
    compiled,
    fill,
    generator,
    load,
    numbers,
    step,
    weights,
)

STEPS = 7
RECORDED = (1, STEPS)

Optimizers = dict[str, optimizers.Optimizer]


def cases() -> Optimizers:
    return {
        **momentums(),
        **adams(),
        **others(),
        **clipped(),
        **averaged(),
        **accumulated(),
        **scheduled(),
    }


def momentums() -> Optimizers:
    return {
        "sgd": optimizers.SGD(),
        "sgd_momentum": optimizers.SGD(0.05, momentum=0.9),
        "sgd_nesterov": optimizers.SGD(0.05, momentum=0.9, nesterov=True),
        "sgd_nesterov_without_momentum": optimizers.SGD(0.05, nesterov=True),
        "sgd_weight_decay": optimizers.SGD(
            0.05, momentum=0.9, weight_decay=0.3
        ),
    }


def adams() -> Optimizers:
    options = {"beta_1": 0.7, "beta_2": 0.9, "epsilon": 0.01}
    excluding = optimizers.AdamW(0.05, weight_decay=0.3)
    excluding.exclude_from_weight_decay(var_names=["bias", "nothing"])
    return {
        "adam": optimizers.Adam(),
        "adam_options": optimizers.Adam(0.05, **options),
        "adam_amsgrad": optimizers.Adam(
            0.05, beta_2=0.6, epsilon=0.01, amsgrad=True
        ),
        "adam_w": optimizers.AdamW(),
        "adam_w_amsgrad": optimizers.AdamW(
            0.05, weight_decay=0.2, amsgrad=True
        ),
        "adam_w_excluding": excluding,
        "adamax": optimizers.Adamax(),
        "adamax_options": optimizers.Adamax(0.05, **options),
        "nadam": optimizers.Nadam(),
        "nadam_options": optimizers.Nadam(0.05, **options),
    }


def others() -> Optimizers:
    return {
        "rms_prop": optimizers.RMSprop(),
        "rms_prop_options": optimizers.RMSprop(0.05, rho=0.7, epsilon=0.01),
        "rms_prop_momentum": optimizers.RMSprop(0.02, momentum=0.8),
        "rms_prop_centered": optimizers.RMSprop(
            0.02, centered=True, epsilon=0.01
        ),
        "rms_prop_centered_momentum": optimizers.RMSprop(
            0.02, centered=True, momentum=0.5, epsilon=0.01, weight_decay=0.1
        ),
        "adagrad": optimizers.Adagrad(),
        "adagrad_options": optimizers.Adagrad(
            0.1, initial_accumulator_value=0.25, epsilon=0.01
        ),
        "adadelta": optimizers.Adadelta(),
        "adadelta_options": optimizers.Adadelta(1.0, rho=0.7, epsilon=0.01),
        "lion": optimizers.Lion(),
        "lion_options": optimizers.Lion(
            0.03, beta_1=0.5, beta_2=0.7, weight_decay=0.1
        ),
        "ftrl": optimizers.Ftrl(),
        "ftrl_options": optimizers.Ftrl(
            0.1,
            learning_rate_power=-0.4,
            initial_accumulator_value=0.2,
            l1_regularization_strength=0.02,
            l2_regularization_strength=0.03,
            l2_shrinkage_regularization_strength=0.01,
            beta=0.05,
        ),
    }


def clipped() -> Optimizers:
    return {
        "clipnorm": optimizers.SGD(0.1, clipnorm=0.2),
        "clipvalue": optimizers.RMSprop(0.1, clipvalue=0.1),
        "global_clipnorm": optimizers.SGD(
            0.1, momentum=0.5, global_clipnorm=0.3
        ),
        "global_clipnorm_unreached": optimizers.SGD(0.1, global_clipnorm=50.0),
        "loss_scale_factor": optimizers.Adam(0.05, loss_scale_factor=64.0),
    }


def averaged() -> Optimizers:
    return {
        "ema": optimizers.SGD(0.1, use_ema=True, ema_momentum=0.7),
        "ema_overwrite": optimizers.Adam(
            0.05, use_ema=True, ema_momentum=0.6, ema_overwrite_frequency=3
        ),
    }


def accumulated() -> Optimizers:
    return {
        "accumulation": optimizers.Adam(0.05, gradient_accumulation_steps=2),
        "accumulation_of_all": optimizers.Nadam(
            schedules.InverseTimeDecay(0.05, 2, 0.5),
            gradient_accumulation_steps=3,
            global_clipnorm=0.3,
            weight_decay=0.1,
            use_ema=True,
            ema_overwrite_frequency=2,
        ),
    }


def scheduled() -> Optimizers:
    def sgd(schedule) -> optimizers.Optimizer:
        return optimizers.SGD(schedule, momentum=0.5)

    return {
        "exponential_decay": sgd(schedules.ExponentialDecay(0.2, 3, 0.5)),
        "exponential_decay_staircase": sgd(
            schedules.ExponentialDecay(0.2, 3, 0.5, staircase=True)
        ),
        "inverse_time_decay": sgd(schedules.InverseTimeDecay(0.2, 2, 0.5)),
        "inverse_time_decay_staircase": sgd(
            schedules.InverseTimeDecay(0.2, 2, 0.5, staircase=True)
        ),
        "polynomial_decay": sgd(
            schedules.PolynomialDecay(0.2, 4, end_learning_rate=0.05)
        ),
        "polynomial_decay_cycle": sgd(
            schedules.PolynomialDecay(
                0.2, 3, end_learning_rate=0.05, power=2.0, cycle=True
            )
        ),
        "piecewise_constant_decay": sgd(
            schedules.PiecewiseConstantDecay([2, 4], [0.2, 0.1, 0.02])
        ),
        "cosine_decay": sgd(schedules.CosineDecay(0.2, 5, alpha=0.1)),
        "cosine_decay_warmup": optimizers.AdamW(
            schedules.CosineDecay(0.0, 3, warmup_target=0.2, warmup_steps=3)
        ),
        "cosine_decay_restarts": sgd(schedules.CosineDecayRestarts(0.2, 2)),
        "cosine_decay_restarts_options": sgd(
            schedules.CosineDecayRestarts(
                0.2, 2, t_mul=1.0, m_mul=0.5, alpha=0.1
            )
        ),
    }


def record_all() -> dict:
    rng = generator("optimizers")
    inputs = numbers(rng, (5, 3))
    targets = numbers(rng, (5, 2))
    model = keras.Sequential(
        [
            keras.Input((3,)),
            layers.Dense(2, activation="tanh", name="hidden"),
            layers.Dense(2, name="outputs"),
        ]
    )
    start = fill(model, rng)
    return {
        "inputs": inputs,
        "labels": [[float(v) for v in row] for row in targets],
        "start": start,
        "cases": {
            name: record(load(model, start), optimizer, inputs, targets)
            for name, optimizer in cases().items()
        },
    }


def record(
    model: keras.Model,
    optimizer: optimizers.Optimizer,
    inputs: np.ndarray,
    targets: np.ndarray,
) -> dict:
    compiled(model, losses.MeanSquaredError(), optimizer)
    losses_seen, after = [], {}
    for number in range(1, STEPS + 1):
        losses_seen.append(float(step(model, inputs, targets)["loss"]))
        if number in RECORDED:
            after[str(number)] = {
                "weights": weights(model),
                "kept": kept(optimizer),
            }
    optimizer.finalize_variable_values(model.trainable_weights)
    at_the_end = {"finished": weights(model)} if optimizer.use_ema else {}
    return {"losses": losses_seen, "after": after, **at_the_end}


def kept(optimizer: optimizers.Optimizer) -> list[list[float]]:
    """All variables except the iteration and the learning rate, in order."""
    known = (optimizer._iterations, optimizer._learning_rate)
    return [
        v.numpy().ravel().tolist()
        for v in optimizer.variables
        if not any(v is k for k in known)
    ]
