"""The text of model.summary(), and Keras's default options."""

from typing import Any

import keras
from keras import (
    constraints,
    initializers,
    layers,
    losses,
    metrics,
    optimizers,
    regularizers,
)
from keras.optimizers import schedules
from keras.src.applications.convnext import LayerScale, StochasticDepth
from keras.src.applications.inception_resnet_v2 import CustomScaleLayer


def record_summaries() -> dict[str, list[str]]:
    return {name: summary(build) for name, build in models().items()}


def summary(build) -> list[str]:
    """The lines of the table, without trailing spaces."""
    keras.utils.clear_session()
    parts: list[str] = []
    build().summary(print_fn=parts.append)
    return [line.rstrip() for line in "\n".join(parts).rstrip().split("\n")]


def models() -> dict[str, Any]:
    return {
        "cifar10": cifar10,
        "every_layer": every_layer,
        "long_names": long_names,
    }


def cifar10() -> keras.Model:
    conv = {"padding": "same", "activation": "relu"}
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            layers.Conv2D(32, 3, **conv),
            layers.Conv2D(32, 3, **conv),
            layers.MaxPooling2D(2),
            layers.Dropout(0.2),
            layers.Conv2D(64, 3, **conv),
            layers.Conv2D(64, 3, **conv),
            layers.MaxPooling2D(2),
            layers.Dropout(0.3),
            layers.Conv2D(128, 3, **conv),
            layers.Conv2D(128, 3, **conv),
            layers.MaxPooling2D(2),
            layers.Dropout(0.4),
            layers.Flatten(),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.5),
            layers.Dense(10, activation="softmax"),
        ],
        name="cifar10",
    )


def every_layer() -> keras.Model:
    return keras.Sequential(
        [
            keras.Input((17, 16, 3)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(8, 3, use_bias=False),
            layers.BatchNormalization(),
            layers.Activation("relu"),
            layers.AveragePooling2D(2),
            layers.MaxPooling2D(2),
            layers.BatchNormalization(scale=False),
            layers.Dropout(0.1),
            layers.GlobalAveragePooling2D(),
            layers.Flatten(),
            layers.Dense(2),
        ],
        name="every_layer",
    )


def long_names() -> keras.Model:
    """Cells that just fit, and cells that are wrapped or truncated."""
    return keras.Sequential(
        [
            keras.Input((2000, 2000, 3)),
            layers.Conv2D(9, 3, name="a_name_of_22_character"),
            layers.Conv2D(10, 3, name="a_name_of_23_characters"),
            layers.Conv2D(
                100, 3, name="a_name_longer_than_the_column_it_is_in"
            ),
            layers.GlobalAveragePooling2D(
                name="a_name_of_exactly_31_characters"
            ),
            layers.Dense(3, name="a_name_of_exactly_32_characters_"),
        ],
        name="long_names",
    )


def record_defaults() -> dict[str, dict]:
    """The get_config() of each type with only the required arguments."""
    keras.utils.clear_session()
    made = [
        layers.Activation("linear"),
        layers.ActivityRegularization(),
        layers.Add(),
        layers.AlphaDropout(0.5),
        layers.Average(),
        layers.AveragePooling1D(2),
        layers.AveragePooling2D(2),
        layers.BatchNormalization(),
        layers.CenterCrop(8, 6),
        layers.Concatenate(),
        layers.Conv1D(8, 3),
        layers.Conv2D(8, 3),
        layers.Conv2DTranspose(8, 3),
        layers.Dense(8),
        layers.DepthwiseConv2D(3),
        layers.Cropping1D(),
        layers.Cropping2D(),
        layers.Dot(1),
        layers.Dropout(0.5),
        layers.ELU(),
        layers.Embedding(8, 4),
        layers.Flatten(),
        layers.GaussianDropout(0.5),
        layers.GaussianNoise(0.5),
        layers.GRU(8),
        layers.GlobalAveragePooling1D(),
        layers.GlobalAveragePooling2D(),
        layers.GlobalMaxPooling1D(),
        layers.GlobalMaxPooling2D(),
        layers.GroupNormalization(),
        layers.Identity(),
        layers.InputLayer((32, 32, 3)),
        layers.LSTM(8),
        layers.LayerNormalization(),
        layers.LeakyReLU(),
        layers.MaxPooling1D(2),
        layers.MaxPooling2D(2),
        layers.MultiHeadAttention(2, 4),
        layers.Normalization(),
        layers.PReLU(),
        layers.RMSNormalization(),
        layers.RandomBrightness(0.5),
        layers.RandomContrast(0.5),
        # Without a seed it would generate one.
        layers.RandomCrop(8, 6, seed=1),
        layers.RandomFlip(),
        layers.RandomRotation(0.5),
        layers.RandomTranslation((-0.5, 0.5), (-0.25, 0.25)),
        layers.RandomZoom((-0.5, 0.5)),
        layers.ReLU(),
        layers.Rescaling(0.5),
        layers.Resizing(8, 6),
        layers.SimpleRNN(8),
        layers.Softmax(),
        layers.SpatialDropout1D(0.5),
        layers.SpatialDropout2D(0.5),
        layers.UnitNormalization(),
        layers.SeparableConv2D(8, 3),
        layers.Maximum(),
        layers.Minimum(),
        layers.Multiply(),
        layers.Permute((2, 1)),
        layers.RepeatVector(3),
        layers.Reshape((3, 4)),
        layers.Subtract(),
        layers.UpSampling1D(),
        layers.UpSampling2D(),
        layers.ZeroPadding1D(),
        layers.ZeroPadding2D(),
        CustomScaleLayer(0.3),
        LayerScale(1e-6, 4),
        StochasticDepth(0.5),
        initializers.Constant(0.5),
        initializers.GlorotNormal(),
        initializers.GlorotUniform(),
        initializers.HeNormal(),
        initializers.HeUniform(),
        initializers.Identity(),
        initializers.LecunNormal(),
        initializers.LecunUniform(),
        initializers.Ones(),
        initializers.Orthogonal(),
        initializers.RandomNormal(),
        initializers.RandomUniform(),
        initializers.TruncatedNormal(),
        initializers.VarianceScaling(),
        initializers.Zeros(),
        regularizers.L1(0.5),
        regularizers.L1L2(0.5, 0.25),
        regularizers.L2(0.5),
        regularizers.OrthogonalRegularizer(),
        constraints.MaxNorm(),
        constraints.MinMaxNorm(),
        constraints.NonNeg(),
        constraints.UnitNorm(),
        optimizers.Adadelta(),
        optimizers.Adagrad(),
        optimizers.Adam(),
        optimizers.AdamW(),
        optimizers.Adamax(),
        optimizers.Ftrl(),
        optimizers.Lion(),
        optimizers.Nadam(),
        optimizers.RMSprop(),
        optimizers.SGD(),
        schedules.CosineDecay(0.5, 100),
        schedules.CosineDecayRestarts(0.5, 100),
        schedules.ExponentialDecay(0.5, 100, 0.25),
        schedules.InverseTimeDecay(0.5, 100, 0.25),
        schedules.PiecewiseConstantDecay([10], [0.5, 0.25]),
        schedules.PolynomialDecay(0.5, 100),
        losses.BinaryCrossentropy(),
        losses.BinaryFocalCrossentropy(),
        losses.CategoricalCrossentropy(),
        losses.CategoricalFocalCrossentropy(),
        losses.CategoricalHinge(),
        losses.CosineSimilarity(),
        losses.Dice(),
        losses.Hinge(),
        losses.Huber(),
        losses.KLDivergence(),
        losses.LogCosh(),
        losses.MeanAbsoluteError(),
        losses.MeanAbsolutePercentageError(),
        losses.MeanSquaredError(),
        losses.MeanSquaredLogarithmicError(),
        losses.Poisson(),
        losses.SparseCategoricalCrossentropy(),
        losses.SquaredHinge(),
        losses.Tversky(),
        metrics.AUC(),
        metrics.BinaryAccuracy(),
        metrics.BinaryIoU(),
        metrics.CategoricalAccuracy(),
        metrics.F1Score(average="macro"),
        metrics.FBetaScore(average="macro"),
        metrics.FalseNegatives(),
        metrics.FalsePositives(),
        metrics.IoU(3, [0]),
        metrics.LogCoshError(),
        metrics.MeanIoU(3),
        metrics.OneHotIoU(3, [0]),
        metrics.OneHotMeanIoU(3),
        metrics.Precision(),
        metrics.PrecisionAtRecall(0.5),
        metrics.R2Score(),
        metrics.Recall(),
        metrics.RecallAtPrecision(0.5),
        metrics.RootMeanSquaredError(),
        metrics.SensitivityAtSpecificity(0.5),
        metrics.SparseCategoricalAccuracy(),
        metrics.SparseTopKCategoricalAccuracy(),
        metrics.SpecificityAtSensitivity(0.5),
        metrics.TopKCategoricalAccuracy(),
        metrics.TrueNegatives(),
        metrics.TruePositives(),
    ]
    return {type_name(thing): thing.get_config() for thing in made}


def type_name(thing: Any) -> str:
    """The name of the class. One initializer shares its name with a layer, and has an alias."""
    if isinstance(thing, initializers.Identity):
        return "IdentityInitializer"
    return type(thing).__name__
