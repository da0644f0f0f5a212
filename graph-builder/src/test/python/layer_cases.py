"""Records the outputs, gradients and training of layers.

The cases of each family of layers are in a module of their own.

A layer under test follows a 1x1 convolution or a dense layer, so that the
gradient of that kernel reflects the gradient with respect to its input.
"""

from collections.abc import Callable
from functools import partial

import keras
from keras import layers

from recording import (
    STEPS,
    compiled,
    differentiate,
    fill,
    generator,
    load,
    numbers,
    step,
    weights,
)

BATCH = 3
FUNCTIONS = (
    "linear",
    "celu",
    "elu",
    "exponential",
    "gelu",
    "hard_shrink",
    "hard_sigmoid",
    "hard_silu",
    "hard_tanh",
    "leaky_relu",
    "log_sigmoid",
    "log_softmax",
    "mish",
    "relu",
    "relu6",
    "selu",
    "sigmoid",
    "silu",
    "softmax",
    "softplus",
    "softsign",
    "soft_shrink",
    "sparse_plus",
    "sparse_sigmoid",
    "squareplus",
    "tanh",
    "tanh_shrink",
)

IMAGE = (4, 5, 3)
ODD_IMAGE = (5, 7, 3)
WIDE_IMAGE = (4, 5, 4)
SEQUENCE = (6, 3)
VECTOR = (5,)

# The shape of a sample, a function that returns the layer or a whole model with
# a layer named "layer", and optionally a function that draws the inputs.
Case = tuple[tuple[int, ...], Callable[[], keras.Layer | keras.Model]]


def ready(model: keras.Model) -> keras.Model:
    return compiled(
        model,
        keras.losses.MeanSquaredError(),
        keras.optimizers.SGD(0.1, momentum=0.9),
    )


def record(
    name: str, shape: tuple[int, ...], make: Callable, draw: Callable = None
) -> dict:
    rng = generator(name)
    model = ready(make())
    inputs = (
        draw(rng) if draw else numbers(rng, (BATCH, *shape), -1.5, 1.5)
    )
    start = fill(model, rng)
    outputs = model.output_shape[-1]
    classes = rng.integers(outputs, size=BATCH)
    labels = keras.utils.to_categorical(classes, outputs)
    prediction = model.predict(inputs, verbose=0)
    evaluation = model.evaluate(inputs, labels, verbose=0)

    training, loss, gradients = differentiate(
        load(ready(make()), start), inputs, labels
    )

    trained = load(ready(make()), start)
    for _ in range(STEPS):
        step(trained, inputs, labels)

    return {
        "inputs": inputs,
        "labels": classes.tolist(),
        "start": start,
        "prediction": prediction,
        "evaluation_loss": evaluation,
        **(
            {}
            if (training == prediction).all()
            else {"training_output": training}
        ),
        "training_loss": loss,
        "gradients": gradients,
        "after_three_steps": weights(trained),
    }


def build(case: Case) -> keras.Model:
    shape, layer, *_ = case
    tested = layer()
    if isinstance(tested, keras.Model):
        return tested
    # An image with four channels keeps them, for grouped convolutions.
    front = (
        layers.Conv2D(4 if shape[2] == 4 else 2, 1, use_bias=False)
        if len(shape) == 3
        else layers.Dense(4, use_bias=False)
    )
    front.name = "front"
    tested.name = "layer"
    model = keras.Sequential([keras.Input(shape), front, tested])
    if len(model.output_shape) > 2:
        model.add(layers.Flatten(name="rows"))
    return model


def record_cases(cases: dict[str, Case]) -> dict[str, dict]:
    return {
        name: record(name, case[0], partial(build, case), *case[2:])
        for name, case in cases.items()
    }
