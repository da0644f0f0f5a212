"""Keras's callbacks for a metric with given values per epoch.

Before each epoch ends, the only weight is set to the number of the epoch, from
1, so that the final weight shows which epoch a callback restored.
"""

import keras
import numpy as np

VALUES = [1.0, 0.8, 0.85, 0.79, 0.795, 0.794, 0.9, 0.7, 0.71, 0.72, 0.7, 0.69]
WORSE = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
NAN = [float("nan"), 0.8, float("nan"), 0.7, 0.75, float("nan"), 0.9]


def _stopping(**options):
    return keras.callbacks.EarlyStopping("measured", **options)


def _plateau(**options):
    return keras.callbacks.ReduceLROnPlateau("measured", **options)


def _cases():
    up = [-value for value in VALUES]
    return {
        "stopping": (_stopping(mode="min"), VALUES),
        "stopping_patience": (_stopping(mode="min", patience=3), VALUES),
        "stopping_max": (_stopping(mode="max", patience=2), up),
        "stopping_first": (_stopping(mode="min"), WORSE),
        "stopping_delta": (_stopping(mode="min", patience=2, min_delta=0.05), VALUES),
        "stopping_baseline": (_stopping(mode="min", patience=4, baseline=0.75), VALUES),
        "stopping_restore": (
            _stopping(mode="min", patience=3, restore_best_weights=True),
            VALUES,
        ),
        "stopping_restore_unstopped": (
            _stopping(mode="min", patience=20, restore_best_weights=True),
            WORSE,
        ),
        "stopping_start": (
            _stopping(
                mode="min", patience=1, start_from_epoch=4, restore_best_weights=True
            ),
            VALUES,
        ),
        "stopping_nan": (
            _stopping(mode="min", patience=2, restore_best_weights=True),
            NAN,
        ),
        "plateau": (_plateau(mode="min", patience=2), VALUES),
        "plateau_max": (_plateau(mode="max", patience=2, factor=0.5), up),
        "plateau_patience_0": (_plateau(mode="min", patience=0, factor=0.5), VALUES),
        "plateau_delta": (
            _plateau(mode="min", patience=2, factor=0.5, min_delta=0.05),
            VALUES,
        ),
        "plateau_cooldown": (
            _plateau(mode="min", patience=1, factor=0.5, cooldown=2),
            WORSE,
        ),
        "plateau_min_lr": (
            _plateau(mode="min", patience=1, factor=0.3, min_lr=0.02),
            WORSE,
        ),
        "plateau_nan": (_plateau(mode="min", patience=1, factor=0.5), NAN),
    }


def record_all() -> dict:
    return {name: _record(*case) for name, case in _cases().items()}


def _record(callback, values) -> dict:
    model = keras.Sequential(
        [keras.Input((1,)), keras.layers.Dense(1, use_bias=False)]
    )
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.stop_training = False
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, value in enumerate(values):
        callback.on_epoch_begin(epoch)
        model.set_weights([np.array([[epoch + 1.0]], "float32")])
        callback.on_epoch_end(epoch, {"measured": value})
        rates.append(float(model.optimizer.learning_rate))
        if model.stop_training:
            break
    callback.on_train_end()
    return {
        # JSON has no NaN.
        "values": [None if np.isnan(value) else value for value in values],
        "rates": rates,
        "weight": float(model.get_weights()[0][0, 0]),
    }
