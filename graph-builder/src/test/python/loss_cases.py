"""Losses other than plain cross-entropies, and the options of cross-entropies."""

import numpy as np
from keras import losses

from objective_cases import (
    CLASSES,
    EXTREME,
    MANY_HOT,
    MODERATE,
    ONE_HOT,
    PROBABILITIES,
    SOFT,
    Case,
    record_loss,
)

SIDES = (2 * np.array(MANY_HOT) - 1).tolist()
# Some equal to the labels, some at the kink of a hinge, and zeros.
TIES = [
    [1, 0, 1, 0],
    [0, 0, 0, 0],
    [-1, 1, 1, -1],
    [1, 1, 1, 1],
    [0.5, -0.5, 2, 1],
]
POSITIVE = [
    [0.5, 1.25, 2, 0.25],
    [1.5, 0.75, 0.5, 2],
    [0.1, 0.2, 0.3, 0.4],
    [1, 3, 0.125, 1],
    [2.5, 2.5, 3, 1],
]
COUNTS = [[2, 0, 1, 3], [0, 1, 0, 4], [1, 1, 2, 0], [5, 0, 0, 1], [0, 0, 3, 1]]


def cases() -> dict[str, Case]:
    return {
        **distances("mean_absolute_error", losses.MeanAbsoluteError),
        **distances(
            "mean_absolute_percentage_error", losses.MeanAbsolutePercentageError
        ),
        **distances(
            "mean_squared_logarithmic_error",
            losses.MeanSquaredLogarithmicError,
        ),
        **distances("huber", losses.Huber),
        "huber_delta": Case(MODERATE, SOFT, losses.Huber(delta=0.5)),
        **distances("log_cosh", losses.LogCosh),
        "poisson": Case(POSITIVE, COUNTS, losses.Poisson()),
        "kl_divergence": Case(MODERATE, SOFT, losses.KLDivergence(), "softmax"),
        "kl_divergence_clipped": Case(
            PROBABILITIES, SOFT, losses.KLDivergence()
        ),
        "cosine_similarity": Case(
            MODERATE[:2], SOFT[:2], losses.CosineSimilarity()
        ),
        **hinges("hinge", losses.Hinge),
        **hinges("squared_hinge", losses.SquaredHinge),
        "categorical_hinge": Case(
            MODERATE, ONE_HOT, losses.CategoricalHinge()
        ),
        "categorical_hinge_ties": Case(
            TIES, ONE_HOT, losses.CategoricalHinge()
        ),
        "dice": Case(MODERATE, MANY_HOT, losses.Dice(), "sigmoid"),
        "tversky": Case(MODERATE, MANY_HOT, losses.Tversky(), "sigmoid"),
        "tversky_weighed": Case(
            MODERATE, MANY_HOT, losses.Tversky(alpha=0.25, beta=0.75), "sigmoid"
        ),
        **smoothed("binary", losses.BinaryCrossentropy, MANY_HOT, "sigmoid"),
        **smoothed(
            "categorical", losses.CategoricalCrossentropy, ONE_HOT, "softmax"
        ),
        **ignoring(),
        **focal("binary", losses.BinaryFocalCrossentropy, MANY_HOT, "sigmoid"),
        "binary_focal_balanced": Case(
            MODERATE,
            MANY_HOT,
            losses.BinaryFocalCrossentropy(
                apply_class_balancing=True, alpha=0.75, gamma=1.5
            ),
            "sigmoid",
        ),
        **focal(
            "categorical",
            losses.CategoricalFocalCrossentropy,
            ONE_HOT,
            "softmax",
        ),
        "categorical_focal_options": Case(
            MODERATE,
            ONE_HOT,
            losses.CategoricalFocalCrossentropy(alpha=0.5, gamma=1.5),
            "softmax",
        ),
    }


def record_all() -> dict[str, dict]:
    return {name: record_loss(case) for name, case in cases().items()}


def distances(name: str, loss: type[losses.Loss]) -> dict[str, Case]:
    return {
        name: Case(MODERATE, SOFT, loss()),
        f"{name}_extreme": Case(EXTREME, SOFT, loss()),
        f"{name}_ties": Case(TIES, MANY_HOT, loss()),
    }


def hinges(name: str, loss: type[losses.Loss]) -> dict[str, Case]:
    return {
        name: Case(MODERATE, SIDES, loss()),
        f"{name}_zeros_and_ones": Case(MODERATE, MANY_HOT, loss()),
        f"{name}_extreme": Case(EXTREME, SIDES, loss()),
        f"{name}_ties": Case(TIES, SIDES, loss()),
    }


def smoothed(
    name: str, loss: type[losses.Loss], labels: list, function: str
) -> dict[str, Case]:
    return {
        f"{name}_smoothed": Case(
            MODERATE, labels, loss(label_smoothing=0.1), function
        ),
        f"{name}_smoothed_extreme": Case(
            EXTREME, labels, loss(label_smoothing=0.1, from_logits=True)
        ),
        f"{name}_smoothed_probabilities": Case(
            PROBABILITIES, labels, loss(label_smoothing=0.1), "relu"
        ),
    }


def ignoring() -> dict[str, Case]:
    loss = losses.SparseCategoricalCrossentropy
    return {
        "sparse_ignoring": Case(
            MODERATE, CLASSES, loss(ignore_class=2), "softmax"
        ),
        "sparse_ignoring_extreme": Case(
            EXTREME, CLASSES, loss(ignore_class=2, from_logits=True)
        ),
        "sparse_ignoring_all": Case(
            MODERATE, [1, 1, 1, 1, 1], loss(ignore_class=1), "softmax"
        ),
    }


def focal(
    name: str, loss: type[losses.Loss], labels: list, function: str
) -> dict[str, Case]:
    return {
        f"{name}_focal": Case(MODERATE, labels, loss(), function),
        f"{name}_focal_smoothed": Case(
            MODERATE, labels, loss(label_smoothing=0.1), function
        ),
        f"{name}_focal_logits": Case(MODERATE, labels, loss(from_logits=True)),
        f"{name}_focal_probabilities": Case(
            PROBABILITIES, labels, loss(), "relu"
        ),
    }
