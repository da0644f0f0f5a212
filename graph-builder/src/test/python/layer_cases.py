"""Every layer with every option: outputs, gradients and training.

A layer under test stands behind a 1x1 convolution or a dense layer, so that
its gradient with respect to its input shows in the gradient of that kernel.
"""

from collections.abc import Callable

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
    "elu",
    "relu",
    "selu",
    "sigmoid",
    "softmax",
    "softplus",
    "tanh",
)

IMAGE = (4, 5, 3)
ODD_IMAGE = (5, 7, 3)
VECTOR = (5,)

Case = tuple[tuple[int, ...], Callable[[], keras.Layer]]


def cases() -> dict[str, Case]:
    """The layers by name, each with the shape of a sample."""
    return {
        **convolutions(),
        **poolings("max_pooling2d", layers.MaxPooling2D),
        **poolings("average_pooling2d", layers.AveragePooling2D),
        **dense(),
        **activations(),
        **normalizations(),
        **others(),
    }


def convolutions() -> dict[str, Case]:
    def conv(kernel, image=IMAGE, **options) -> Case:
        return image, lambda: layers.Conv2D(3, kernel, **options)

    return {
        "conv2d_valid": conv(3),
        "conv2d_same": conv(3, padding="same"),
        "conv2d_kernel_1": conv(1),
        "conv2d_kernel_1_strides_2": conv(1, strides=2),
        "conv2d_kernel_2x3_valid": conv((2, 3)),
        "conv2d_kernel_2x3_same": conv((2, 3), padding="same"),
        "conv2d_strides_2_valid": conv(3, ODD_IMAGE, strides=2),
        "conv2d_strides_2_same": conv(3, strides=2, padding="same"),
        "conv2d_strides_2_same_odd": conv(
            3, ODD_IMAGE, strides=2, padding="same"
        ),
        "conv2d_strides_2x1_valid": conv(3, strides=(2, 1)),
        "conv2d_strides_2x1_same": conv(3, strides=(2, 1), padding="same"),
        "conv2d_kernel_2x3_strides_2_same": conv(
            (2, 3), strides=2, padding="same"
        ),
        "conv2d_no_bias": conv(3, use_bias=False),
        "conv2d_relu": conv(3, padding="same", activation="relu"),
        "conv2d_softmax": conv(3, activation="softmax"),
    }


def poolings(name: str, pooling: type[keras.Layer]) -> dict[str, Case]:
    def pool(size, image=ODD_IMAGE, **options) -> Case:
        return image, lambda: pooling(size, **options)

    return {
        f"{name}_even": pool(2, (4, 6, 3)),
        f"{name}_valid": pool(2),
        f"{name}_same": pool(2, padding="same"),
        f"{name}_2x3_valid": pool((2, 3)),
        f"{name}_overlapping_valid": pool(3, strides=2),
        f"{name}_overlapping_same": pool(3, strides=2, padding="same"),
        f"{name}_strides_1_same": pool(3, IMAGE, strides=1, padding="same"),
        f"{name}_gaps_valid": pool(2, strides=3),
        f"{name}_gaps_same": pool(2, strides=3, padding="same"),
        f"{name}_2x3_strides_1x2_same": pool(
            (2, 3), strides=(1, 2), padding="same"
        ),
    }


def dense() -> dict[str, Case]:
    def units(**options) -> Case:
        return VECTOR, lambda: layers.Dense(3, **options)

    return {
        "dense_no_bias": units(use_bias=False),
        **{f"dense_{f}": units(activation=f) for f in FUNCTIONS},
    }


def activations() -> dict[str, Case]:
    def apply(shape, function) -> Case:
        return shape, lambda: layers.Activation(function)

    return {
        **{f"activation_{f}": apply(VECTOR, f) for f in FUNCTIONS},
        **{
            f"activation_{f}_image": apply(IMAGE, f)
            for f in ("relu", "softmax")
        },
    }


def normalizations() -> dict[str, Case]:
    def batch(shape=IMAGE, **options) -> Case:
        return shape, lambda: layers.BatchNormalization(**options)

    return {
        "batch_normalization": batch(),
        "batch_normalization_no_center": batch(center=False),
        "batch_normalization_no_scale": batch(scale=False),
        "batch_normalization_plain": batch(center=False, scale=False),
        "batch_normalization_options": batch(momentum=0.7, epsilon=0.1),
        "batch_normalization_vector": batch(VECTOR),
        "batch_normalization_vector_plain": batch(
            VECTOR, center=False, scale=False
        ),
        "batch_normalization_vector_options": batch(
            VECTOR, momentum=0.5, epsilon=1e-5
        ),
    }


def others() -> dict[str, Case]:
    return {
        "global_average_pooling2d": (ODD_IMAGE, layers.GlobalAveragePooling2D),
        "flatten": (IMAGE, layers.Flatten),
        "flatten_vector": (VECTOR, layers.Flatten),
        "rescaling": (IMAGE, lambda: layers.Rescaling(1 / 255)),
        "rescaling_offset": (
            VECTOR,
            lambda: layers.Rescaling(1 / 127.5, offset=-1),
        ),
        "dropout": (VECTOR, lambda: layers.Dropout(0.4, seed=1337)),
        "dropout_image": (IMAGE, lambda: layers.Dropout(0.25, seed=7)),
        "dropout_rate_0": (VECTOR, lambda: layers.Dropout(0.0, seed=7)),
    }


def build(case: Case) -> keras.Model:
    shape, layer = case
    image = len(shape) == 3
    front = (
        layers.Conv2D(2, 1, use_bias=False)
        if image
        else layers.Dense(4, use_bias=False)
    )
    front.name = "front"
    tested = layer()
    tested.name = "layer"
    rows = [layers.Flatten(name="rows")] if image else []
    model = keras.Sequential([keras.Input(shape), front, tested, *rows])
    return model


def ready(model: keras.Model) -> keras.Model:
    return compiled(
        model,
        keras.losses.MeanSquaredError(),
        keras.optimizers.SGD(0.1, momentum=0.9),
    )


def record(name: str, shape: tuple[int, ...], make: Callable) -> dict:
    rng = generator(name)
    model = ready(make())
    inputs = numbers(rng, (BATCH, *shape), -1.5, 1.5)
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


def record_all() -> dict:
    return {
        name: record(name, case[0], lambda: build(case))
        for name, case in cases().items()
    }
