"""Transfer learning: training with frozen layers, then fine-tuning."""

import keras
import numpy as np
from keras import layers, losses, optimizers

from recording import compiled, fill, generator, numbers, weights

SHAPE = (6, 6, 2)
SAMPLES = 10


def chain():
    """The new model reuses the layers of the old one directly."""
    old = keras.Sequential(
        [
            keras.Input(SHAPE),
            layers.Conv2D(3, 3, activation="relu", name="conv"),
            layers.BatchNormalization(name="norm"),
            layers.Flatten(name="flatten"),
            layers.Dense(5, name="old_head"),
        ]
    )
    head = layers.Dense(3, activation="softmax", name="head")
    model = keras.Sequential([keras.Input(SHAPE), *old.layers[:-1], head])

    def freeze():
        for layer in old.layers[:-1]:
            layer.trainable = False

    def unfreeze():
        for layer in old.layers[:-1]:
            layer.trainable = True

    return model, freeze, unfreeze


def graph():
    """Batch normalization stays frozen."""
    image = keras.Input(SHAPE, name="image")
    edges = layers.Conv2D(3, 3, padding="same", name="edges")(image)
    norm = layers.BatchNormalization(name="norm")(edges)
    both = layers.Add(name="sum")([edges, norm])
    pooled = layers.GlobalAveragePooling2D(name="pooled")(both)
    old = keras.Model(image, layers.Dense(5, name="old_head")(pooled))
    head = layers.Dense(3, activation="softmax", name="head")
    model = keras.Model(old.input, head(old.get_layer("pooled").output))

    def freeze():
        for name in "edges", "norm":
            model.get_layer(name).trainable = False

    def unfreeze():
        model.get_layer("edges").trainable = True

    return model, freeze, unfreeze


def nested():
    """The base is a nested model; its batch normalization stays frozen."""
    image = keras.Input(SHAPE)
    x = layers.Conv2D(3, 3, activation="relu", name="conv")(image)
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.Conv2D(2, 3, activation="relu", name="deeper")(x)
    base = keras.Model(image, layers.Flatten(name="flatten")(x), name="base")
    head = layers.Dense(3, activation="softmax", name="head")
    model = keras.Sequential([keras.Input(SHAPE), base, head])

    def freeze():
        base.trainable = False

    def unfreeze():
        base.trainable = True
        base.get_layer("norm").trainable = False

    return model, freeze, unfreeze


def record_all() -> dict:
    return {
        build.__name__: record(build) for build in (chain, graph, nested)
    }


def record(build) -> dict:
    keras.utils.clear_session()
    rng = generator(f"transfer {build.__name__}")
    model, freeze, unfreeze = build()
    start = fill(model, rng)
    inputs = numbers(rng, (SAMPLES, *SHAPE))
    classes = rng.integers(3, size=SAMPLES)
    freeze()
    head = fit(model, optimizers.Adam(0.01), inputs, classes)
    unfreeze()
    whole = fit(model, optimizers.Adam(0.001), inputs, classes)
    return {
        "inputs": inputs,
        "labels": classes.tolist(),
        "start": start,
        "head": head,
        "whole": whole,
    }


def fit(model, optimizer, inputs, classes) -> dict:
    """Three epochs, each with a smaller last batch."""
    compiled(
        model,
        losses.SparseCategoricalCrossentropy(),
        optimizer,
        ["accuracy"],
    )
    history = model.fit(
        inputs,
        np.asarray(classes),
        epochs=3,
        batch_size=4,
        shuffle=False,
        validation_split=0.2,
        verbose=0,
    )
    return {"history": history.history, "after": weights(model)}
