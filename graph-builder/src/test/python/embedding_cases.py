"""Embeddings."""

import keras
import numpy as np
from keras import layers

from layer_cases import BATCH, Case

STEPS = 4
ROWS = 5


def numbers(rng: np.random.Generator) -> np.ndarray:
    """Random indices, including the first and the last row."""
    drawn = rng.integers(ROWS, size=(BATCH, STEPS)).astype(np.float32)
    drawn[0, :2] = 0, ROWS - 1
    return drawn


def embedding(after, **options) -> Case:
    return (STEPS,), lambda: model(after, **options), numbers


def cases() -> dict[str, Case]:
    return {
        "embedding": embedding(layers.Flatten),
        "embedding_lstm": embedding(lambda: layers.LSTM(2)),
        "embedding_penalties": embedding(
            layers.Flatten,
            embeddings_regularizer="l2",
            activity_regularizer="l2",
        ),
    }


def constrained() -> dict[str, Case]:
    return {
        "embedding_constraint": embedding(
            layers.Flatten, embeddings_constraint="non_neg"
        ),
    }


def model(after, **options) -> keras.Model:
    rows = after()
    rows.name = "rows"
    return keras.Sequential(
        [
            keras.Input((STEPS,), dtype="int32"),
            layers.Embedding(ROWS, 3, name="layer", **options),
            rows,
        ]
    )
