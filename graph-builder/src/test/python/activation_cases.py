"""Activation functions as layers, and activation layers with options."""

import keras
import numpy as np
import tensorflow as tf
from keras import initializers, layers, losses

from layer_cases import FUNCTIONS, IMAGE, VECTOR, Case
from objective_cases import CLASSES, EXTREME, MODERATE, ONE_HOT
from objective_cases import Case as LossCase
from objective_cases import record_loss

SMALL_IMAGE = (2, 3, 3)

# Kinks of functions, and where formulas overflow or lose precision.
HARD = [
    [-1e4, -200, -88.5, -30, -10.5, -5.5, -3],
    [-1, -0.5, -0.25, -1e-3, 0, 1e-3, 0.5],
    [1, 3, 6, 10.5, 30, 88.5, 200],
    [1e4, 2.5, -0.75, -1e4, 0.3, 1e4, 9999],
]
# The weight of each output in the sum that is differentiated.
SHARES = [
    [1, -0.5, 2, 0.75, -1.5, 1.25, 0.5],
    [0.5, 1, -0.75, 1.5, 2, -1, 0.25],
    [-2, 1, 0.5, -1.25, 0.75, 1, 1.5],
    [1.5, -1, 0.25, 2, 0.5, -0.5, 1],
]


def cases() -> dict[str, Case]:
    def apply(shape, function) -> Case:
        return shape, lambda: layers.Activation(function)

    return {
        **{f"activation_{f}": apply(VECTOR, f) for f in FUNCTIONS},
        **{
            f"activation_{f}_image": apply(IMAGE, f)
            for f in ("relu", "softmax")
        },
        "activation_log_softmax_image": apply(SMALL_IMAGE, "log_softmax"),
        **layer_cases(),
    }


def layer_cases() -> dict[str, Case]:
    def layer(kind, shape=VECTOR, **options) -> Case:
        return shape, lambda: kind(**options)

    def relu(**options) -> Case:
        return layer(layers.ReLU, **options)

    def prelu(shape, **options) -> Case:
        return layer(layers.PReLU, shape, **options)

    return {
        "re_lu": relu(),
        "re_lu_max_value": relu(max_value=0.5),
        "re_lu_max_value_6": relu(max_value=6.0),
        "re_lu_negative_slope": relu(negative_slope=0.25),
        "re_lu_threshold": relu(threshold=0.3),
        "re_lu_negative_slope_max_value": relu(
            negative_slope=0.25, max_value=0.5
        ),
        "re_lu_negative_slope_threshold": relu(
            negative_slope=0.25, threshold=0.3
        ),
        "re_lu_all": relu(max_value=0.75, negative_slope=0.1, threshold=0.2),
        "leaky_re_lu": layer(layers.LeakyReLU),
        "leaky_re_lu_negative_slope": layer(
            layers.LeakyReLU, negative_slope=0.05
        ),
        "elu": layer(layers.ELU),
        "elu_alpha": layer(layers.ELU, alpha=0.4),
        "p_re_lu": prelu(VECTOR),
        "p_re_lu_image": prelu(SMALL_IMAGE),
        "p_re_lu_image_shared": prelu(SMALL_IMAGE, shared_axes=[1, 2]),
        "p_re_lu_options": prelu(
            VECTOR,
            alpha_initializer=initializers.Ones(),
            alpha_regularizer="l2",
        ),
        "softmax": layer(layers.Softmax),
        "softmax_image": layer(layers.Softmax, SMALL_IMAGE),
        "softmax_image_axis_1": layer(layers.Softmax, SMALL_IMAGE, axis=1),
        "softmax_image_axes": layer(layers.Softmax, SMALL_IMAGE, axis=[1, 2]),
    }


def record_hard() -> dict:
    """Each function at the inputs where Keras's is finite, and its gradient."""
    return {f: record_function(f) for f in FUNCTIONS}


def record_function(name: str) -> dict:
    function = keras.activations.get(name)
    rows = [
        i
        for i, row in enumerate(HARD)
        if np.isfinite(function(tf.constant([row], tf.float32))).all()
    ]
    inputs = tf.constant(np.array(HARD, np.float32)[rows])
    shares = np.array(SHARES, np.float32)[rows]

    @tf.function(jit_compile=False)
    def run():
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            outputs = function(inputs)
            total = tf.reduce_sum(outputs * shares)
        return outputs, tape.gradient(total, inputs)

    outputs, slopes = run()
    return {
        "inputs": inputs.numpy(),
        "shares": shares,
        "outputs": outputs.numpy(),
        "slopes": slopes.numpy(),
    }


# A class for each of the two rows.
COLUMNS = [[0, 1], [1, 1], [0, 0], [1, 0], [0, 1]]


def record_logits() -> dict:
    """Losses after endings that Keras does or does not treat as a softmax or sigmoid."""
    categorical = losses.CategoricalCrossentropy()

    def behind(*ending, loss=categorical, inputs=MODERATE, function="linear"):
        return LossCase(inputs, ONE_HOT, loss, function, ending=ending)

    cases = {
        "softmax": behind(layers.Softmax(), inputs=EXTREME),
        "softmax_of_sigmoid": behind(layers.Softmax(), function="sigmoid"),
        "softmax_noise": behind(
            layers.Softmax(),
            layers.GaussianNoise(0.0),
            layers.ActivityRegularization(l2=0.1),
            inputs=EXTREME,
        ),
        "softmax_re_lu": behind(layers.Softmax(), layers.ReLU()),
        "softmax_unit": behind(layers.Softmax(), layers.UnitNormalization()),
        "exponential": behind(function="exponential"),
        "log_softmax": behind(
            loss=losses.CategoricalCrossentropy(from_logits=True),
            inputs=EXTREME,
            function="log_softmax",
        ),
        "hard_sigmoid": behind(
            loss=losses.BinaryCrossentropy(), function="hard_sigmoid"
        ),
        "sparse_softmax": LossCase(
            EXTREME,
            CLASSES,
            losses.SparseCategoricalCrossentropy(),
            ending=(layers.Softmax(axis=1),),
        ),
        "sparse_softmax_of_columns": LossCase(
            MODERATE,
            COLUMNS,
            losses.SparseCategoricalCrossentropy(),
            ending=(layers.Reshape((2, 2)), layers.Softmax(axis=1)),
        ),
        "sparse_softmax_of_all": LossCase(
            MODERATE,
            COLUMNS,
            losses.SparseCategoricalCrossentropy(),
            ending=(layers.Reshape((2, 2)), layers.Softmax(axis=(1, 2))),
        ),
    }
    return {name: record_loss(case) for name, case in cases.items()}
