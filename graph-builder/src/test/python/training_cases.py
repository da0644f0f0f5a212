"""Dropout masks, and complete runs of fit."""

import keras
import numpy as np
from keras import layers, losses, optimizers

from recording import compiled, fill, generator, numbers, weights

DROPOUT_STEPS = 4


def record_dropout() -> dict:
    """The outputs of two dropout layers in the first training steps."""
    shapes = {"vector": (12,), "image": (3, 2, 3)}
    return {
        name: record_dropouts(name, shape) for name, shape in shapes.items()
    }


def record_dropouts(name: str, shape: tuple[int, ...]) -> dict:
    inputs = numbers(generator(f"dropout {name}"), (4, *shape))
    model = keras.Sequential(
        [
            keras.Input(shape),
            layers.Dropout(0.4, seed=1337),
            layers.Dropout(0.25, seed=2**31 + 5),
        ]
    )
    steps = [
        np.array(model(inputs, training=True)) for _ in range(DROPOUT_STEPS)
    ]
    return {"inputs": inputs, "steps": steps}


def image_model() -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input((6, 6, 2)),
            layers.Conv2D(
                3,
                3,
                padding="same",
                activation="relu",
                kernel_regularizer=keras.regularizers.L2(0.01),
            ),
            layers.BatchNormalization(),
            layers.MaxPooling2D(2),
            layers.Dropout(0.3, seed=5),
            layers.Flatten(),
            layers.Dense(3, activation="softmax"),
        ]
    )
    return compiled(
        model,
        losses.CategoricalCrossentropy(),
        optimizers.Adam(0.01),
        ["accuracy"],
    )


def vector_model() -> keras.Model:
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(6, activation="tanh"),
            layers.Dropout(0.2, seed=6),
            layers.Dense(3),
        ]
    )
    return compiled(
        model,
        losses.SparseCategoricalCrossentropy(from_logits=True),
        optimizers.SGD(0.1, momentum=0.9),
        ["accuracy", "sparse_categorical_accuracy"],
    )


def record_fits() -> dict:
    """Three epochs, each with a smaller last batch."""
    return {
        "image": record_fit(
            "fit image", image_model, samples=21, one_hot=True
        ),
        "vector": record_fit(
            "fit vector", vector_model, samples=22, one_hot=False
        ),
    }


def record_fit(name, build, samples: int, one_hot: bool) -> dict:
    keras.utils.clear_session()
    rng = generator(name)
    model = build()
    start = fill(model, rng)
    inputs = numbers(rng, (samples, *model.input_shape[1:]))
    classes = rng.integers(3, size=samples)
    labels = np.eye(3, dtype=np.float32)[classes] if one_hot else classes
    history = model.fit(
        inputs,
        labels,
        epochs=3,
        batch_size=4,
        shuffle=False,
        validation_split=0.25,
        verbose=0,
    )
    return {
        "inputs": inputs,
        "labels": classes.tolist(),
        "start": start,
        "history": history.history,
        "after": weights(model),
        "evaluation": model.evaluate(
            inputs, labels, verbose=0, return_dict=True
        ),
    }
