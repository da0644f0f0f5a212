"""Metrics over batches of unequal sizes, and over a single batch."""

import re
from typing import Any

import numpy as np
from keras import losses, metrics

from loss_cases import COUNTS
from objective_cases import Case, build
from recording import step

# Two batches of three samples and a smaller last one.
SCORES = [
    [1.5, -0.75, 0.25, -2],
    [-0.5, 0.75, 2.5, -1],
    [0, 0, 0, 0],
    [-1.25, 3, 0.125, 1],
    [2.5, 2.5, -3, 1],
    [-0.25, -1.5, 0.5, 0.75],
    [20, -20, 0.5, -0.5],
]
LABELS = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
]
CLASSES = [0, 1, 2, 1, 0, 3, 2]
MANY = [
    [1, 0, 1, 0],
    [0, 1, 1, 0],
    [0, 0, 1, 1],
    [1, 1, 0, 0],
    [1, 0, 0, 1],
    [0, 0, 0, 1],
    [1, 0, 0, 0],
]
TARGETS = [
    [0.5, -1, 0.25, -1.5],
    [-0.25, 1, 2, -1],
    [0.5, 0, 0, 0.25],
    [-1, 2.5, 0.5, 1],
    [2, 2.5, -2, 0.5],
    [0, -1.5, 1, 0.75],
    [10, -15, 1, -0.5],
]
NUMBERS = [[0], [1], [2], [1], [0], [2], [1]]
GUESSES = [[0], [2], [2], [1], [1], [2], [0]]


def cases() -> dict[str, Case]:
    return {
        **regressions(),
        **probabilities(),
        **ranks(),
        **confusions(),
        **areas(),
        **scores(),
        **intersections(),
    }


def record_all() -> dict[str, dict]:
    return {name: record(case) for name, case in cases().items()}


def record(case: Case) -> dict:
    inputs = np.array(case.inputs, np.float32)
    labels = np.array(case.labels, np.float32)
    scores = build(fresh(case)).evaluate(
        inputs, labels, batch_size=3, verbose=0, return_dict=True
    )
    return {
        "inputs": inputs,
        "labels": case.labels,
        "scores": plain(scores),
        "first_batch": plain(step(build(fresh(case)), inputs[:3], labels[:3])),
    }


def fresh(case: Case) -> Case:
    """With a new metric object without state."""
    (metric,) = case.metrics
    if not isinstance(metric, str):
        metric = type(metric).from_config(metric.get_config())
    return case._replace(metrics=(metric,))


def plain(scores: dict[str, float]) -> dict[str, float]:
    """Without the suffixes that make names unique in a process."""
    return {re.sub(r"_\d+$", "", name): v for name, v in scores.items()}


def regression(metric: Any) -> Case:
    return Case(SCORES, TARGETS, losses.MeanSquaredError(), metrics=(metric,))


def binary(metric: Any) -> Case:
    loss = losses.BinaryCrossentropy()
    return Case(SCORES, MANY, loss, "sigmoid", metrics=(metric,))


def categorical(metric: Any) -> Case:
    loss = losses.CategoricalCrossentropy()
    return Case(SCORES, LABELS, loss, "softmax", metrics=(metric,))


def sparse(metric: Any) -> Case:
    loss = losses.SparseCategoricalCrossentropy()
    return Case(SCORES, CLASSES, loss, "softmax", metrics=(metric,))


def regressions() -> dict[str, Case]:
    return {
        "mean_squared_error": regression(metrics.MeanSquaredError()),
        "root_mean_squared_error": regression(metrics.RootMeanSquaredError()),
        "mean_absolute_error": regression(metrics.MeanAbsoluteError()),
        "mean_absolute_percentage_error": regression(
            metrics.MeanAbsolutePercentageError()
        ),
        "mean_squared_logarithmic_error": regression(
            metrics.MeanSquaredLogarithmicError()
        ),
        "log_cosh_error": regression(metrics.LogCoshError()),
        "cosine_similarity": regression(metrics.CosineSimilarity()),
        "poisson": Case(
            [[abs(x) + 0.5 for x in row] for row in SCORES[:5]],
            COUNTS,
            losses.MeanSquaredError(),
            metrics=(metrics.Poisson(),),
        ),
        "r2_score": regression(metrics.R2Score()),
        "r2_score_weighted": regression(
            metrics.R2Score(class_aggregation="variance_weighted_average")
        ),
        "named": regression(metrics.MeanAbsoluteError(name="distance")),
        "text": regression("mae"),
    }


def probabilities() -> dict[str, Case]:
    return {
        "kl_divergence": categorical(metrics.KLDivergence()),
        "hinge": binary(metrics.Hinge()),
        "squared_hinge": binary(metrics.SquaredHinge()),
        "categorical_hinge": categorical(metrics.CategoricalHinge()),
        "binary_crossentropy": binary(metrics.BinaryCrossentropy()),
        "binary_crossentropy_smoothed": binary(
            metrics.BinaryCrossentropy(label_smoothing=0.2)
        ),
        "categorical_crossentropy": categorical(
            metrics.CategoricalCrossentropy()
        ),
        "sparse_categorical_crossentropy": sparse(
            metrics.SparseCategoricalCrossentropy()
        ),
        "sparse_categorical_crossentropy_ignoring": sparse(
            metrics.SparseCategoricalCrossentropy(ignore_class=1)
        ),
    }


def ranks() -> dict[str, Case]:
    return {
        "binary_accuracy_threshold": binary(
            metrics.BinaryAccuracy(threshold=0.7)
        ),
        "top_k": categorical(metrics.TopKCategoricalAccuracy(k=2)),
        "top_k_of_few": categorical(metrics.TopKCategoricalAccuracy()),
        "sparse_top_k": sparse(metrics.SparseTopKCategoricalAccuracy(k=2)),
    }


def confusions() -> dict[str, Case]:
    return {
        "true_positives": binary(metrics.TruePositives()),
        "true_negatives": binary(metrics.TrueNegatives(thresholds=0.7)),
        "false_positives": binary(metrics.FalsePositives()),
        "false_negatives": binary(metrics.FalseNegatives(thresholds=0.7)),
        "precision": binary(metrics.Precision()),
        "precision_options": categorical(
            metrics.Precision(thresholds=0.25, top_k=2, class_id=1)
        ),
        "precision_top_k": categorical(metrics.Precision(top_k=2)),
        "recall": binary(metrics.Recall(thresholds=0.7)),
        "recall_top_k": categorical(metrics.Recall(top_k=1)),
        "recall_class": binary(metrics.Recall(class_id=2)),
        "sensitivity_at_specificity": binary(
            metrics.SensitivityAtSpecificity(0.5)
        ),
        "sensitivity_at_specificity_one": binary(
            metrics.SensitivityAtSpecificity(0.5, num_thresholds=1)
        ),
        "specificity_at_sensitivity": binary(
            metrics.SpecificityAtSensitivity(0.6, num_thresholds=20)
        ),
        "precision_at_recall": binary(
            metrics.PrecisionAtRecall(0.5, class_id=0)
        ),
        "recall_at_precision": binary(metrics.RecallAtPrecision(0.6)),
        "recall_at_precision_never": binary(
            metrics.RecallAtPrecision(1.0, num_thresholds=3)
        ),
    }


def areas() -> dict[str, Case]:
    cases = {
        f"auc_{curve}_{method}".lower(): binary(
            metrics.AUC(curve=curve, summation_method=method)
        )
        for curve in ("ROC", "PR")
        for method in ("interpolation", "majoring", "minoring")
    }
    return cases | {
        "auc_multi_label": binary(metrics.AUC(multi_label=True)),
        "auc_multi_label_pr": binary(
            metrics.AUC(multi_label=True, curve="PR", num_thresholds=10)
        ),
        "auc_logits": Case(
            SCORES,
            MANY,
            losses.BinaryCrossentropy(from_logits=True),
            metrics=(metrics.AUC(from_logits=True, num_thresholds=7),),
        ),
    }


def scores() -> dict[str, Case]:
    cases = {
        f"f1_score_{average}": categorical(metrics.F1Score(average=average))
        for average in ("micro", "macro", "weighted")
    }
    return cases | {
        "f1_score_threshold": binary(
            metrics.F1Score(average="macro", threshold=0.6)
        ),
        "fbeta_score": binary(
            metrics.FBetaScore(average="weighted", beta=2.0, threshold=0.5)
        ),
    }


def intersections() -> dict[str, Case]:
    def numbers(metric: Any) -> Case:
        loss = losses.MeanSquaredError()
        return Case(GUESSES, NUMBERS, loss, metrics=(metric,))

    return {
        "io_u": numbers(metrics.IoU(3, [0, 2])),
        "mean_io_u": numbers(metrics.MeanIoU(4)),
        "mean_io_u_ignoring": numbers(metrics.MeanIoU(3, ignore_class=1)),
        "mean_io_u_of_rows": sparse(metrics.MeanIoU(4, sparse_y_pred=False)),
        "binary_io_u": binary(metrics.BinaryIoU(threshold=0.6)),
        "binary_io_u_of_one": binary(metrics.BinaryIoU([1])),
        "one_hot_io_u": categorical(metrics.OneHotIoU(4, [0, 3])),
        "one_hot_mean_io_u": categorical(metrics.OneHotMeanIoU(4)),
        "one_hot_mean_io_u_ignoring": categorical(
            metrics.OneHotMeanIoU(4, ignore_class=0)
        ),
    }
