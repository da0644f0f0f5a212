"""Keras's side of `rhyton benchmark`: performs one task and prints one line with the
result.

    python keras_benchmark.py TASK IMAGES STEPS

The tasks are those of BenchmarkWorker.java; IMAGES is a file with, for each image, one byte for the
class index and 32 * 32 * 3 bytes for the pixels.
"""

import os
import statistics
import sys
import time
from functools import partial

import numpy as np
import keras
import tensorflow as tf
from keras import layers

BATCH = 64
WARM_UP = 10
PREDICTIONS = 200
MANY_IMAGES = 40_000
APPLICATION_BATCH = 8


def dropout_network():
    return keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(2),
        layers.Dropout(0.2),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(2),
        layers.Dropout(0.2),
        layers.Conv2D(128, 3, padding="same", activation="relu"),
        layers.Conv2D(128, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(2),
        layers.Dropout(0.2),
        layers.Flatten(),
        layers.Dense(512, activation="relu"),
        layers.Dropout(0.5),
        # float32 under every dtype policy, as Keras's mixed precision guide advises.
        layers.Dense(10, activation="softmax", dtype="float32"),
    ])


def batchnorm_network():
    hidden = []
    for filters in 32, 64, 128:
        for _ in range(2):
            hidden += [
                layers.Conv2D(filters, 3, padding="same", activation="relu"),
                layers.BatchNormalization(),
            ]
        hidden += [layers.MaxPooling2D(2), layers.Dropout(0.2)]
    return keras.Sequential([
        keras.Input((32, 32, 3)),
        *hidden,
        layers.Flatten(),
        layers.Dense(512, activation="relu"),
        layers.BatchNormalization(),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ])


def resnet20_network():
    def convolve(x, filters, size, stride):
        x = layers.Conv2D(
            filters,
            size,
            strides=stride,
            padding="same",
            use_bias=False,
            kernel_initializer="he_normal",
            kernel_regularizer=keras.regularizers.L2(1e-4),
        )(x)
        return layers.BatchNormalization()(x)

    image = keras.Input((32, 32, 3))
    x = layers.ReLU()(convolve(image, 16, 3, 1))
    for filters in 16, 32, 64:
        for block in range(3):
            stride = 2 if filters > 16 and block == 0 else 1
            shortcut = x if stride == 1 else convolve(x, filters, 1, stride)
            y = layers.ReLU()(convolve(x, filters, 3, stride))
            x = layers.ReLU()(layers.Add()([shortcut, convolve(y, filters, 3, 1)]))
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(image, layers.Dense(10, activation="softmax")(x))


def network(*hidden):
    return keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        *hidden,
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])


def depthwise_network():
    return network(
        layers.DepthwiseConv2D(3, padding="same", activation="relu"),
        layers.Conv2D(64, 1, activation="relu"),
        layers.DepthwiseConv2D(3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(128, 1, activation="relu"),
        layers.DepthwiseConv2D(3, padding="same", activation="relu"),
        layers.Conv2D(128, 1, activation="relu"),
    )


def separable_network():
    return network(
        layers.SeparableConv2D(64, 3, padding="same", activation="relu"),
        layers.SeparableConv2D(128, 3, strides=2, padding="same", activation="relu"),
        layers.SeparableConv2D(128, 3, padding="same", activation="relu"),
    )


def transposed_network():
    return network(
        layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(128, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(64, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu"),
    )


def dilated_network():
    return network(
        layers.Conv2D(64, 3, dilation_rate=2, padding="same", activation="relu"),
        layers.Conv2D(64, 3, dilation_rate=4, padding="same", activation="relu"),
    )


def grouped_network():
    return network(
        layers.Conv2D(64, 3, groups=4, padding="same", activation="relu"),
        layers.Conv2D(64, 3, groups=4, padding="same", activation="relu"),
    )


def small_network():
    return keras.Sequential([
        keras.Input((32, 32, 3)),
        layers.Conv2D(16, 3, strides=2, activation="relu"),
        layers.Conv2D(32, 3, strides=2, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])


def compiled(policy="float32", network=dropout_network):
    keras.mixed_precision.set_global_policy(policy)
    model = network()
    model.compile(
        optimizer=keras.optimizers.Adam(1e-3),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return model


def read(images, count):
    records = np.fromfile(images, np.uint8, count * 3073).reshape(-1, 3073)
    x = records[:, 1:].reshape(-1, 32, 32, 3).astype("float32")
    x /= 255  # in place, as a second array would only inflate Keras's memory use
    return x, keras.utils.to_categorical(records[:, 0], 10)


def versions(images, steps):
    python = sys.version.split()[0]
    return f"Keras {keras.__version__}, TensorFlow {tf.__version__}, Python {python}"


def fit(images, steps, policy="float32", network=dropout_network):
    x, y = read(images, steps * BATCH)
    model = compiled(policy, network)
    warm_up = WARM_UP * BATCH
    model.fit(x[:warm_up], y[:warm_up], batch_size=BATCH, verbose=0)
    start = time.perf_counter()
    model.fit(x, y, batch_size=BATCH, verbose=0)
    return len(x) / (time.perf_counter() - start)


def fit_bfloat16(images, steps):
    return fit(images, steps, "mixed_bfloat16")


def fit_batchnorm(images, steps):
    return fit(images, steps, network=batchnorm_network)


def fit_resnet20(images, steps):
    return fit(images, steps, network=resnet20_network)


def fit_depthwise(images, steps):
    return fit(images, steps, network=depthwise_network)


def fit_separable(images, steps):
    return fit(images, steps, network=separable_network)


def fit_transposed(images, steps):
    return fit(images, steps, network=transposed_network)


def fit_dilated(images, steps):
    return fit(images, steps, network=dilated_network)


def fit_grouped(images, steps):
    return fit(images, steps, network=grouped_network)


def fit_augmented(images, steps, batches):
    x, y = read(images, steps * BATCH)
    model = compiled(network=small_network)
    warm_up = WARM_UP * BATCH
    model.fit(batches(x[:warm_up], y[:warm_up]), verbose=0)
    data = batches(x, y)
    start = time.perf_counter()
    model.fit(data, verbose=0)
    return len(x) / (time.perf_counter() - start)


def fit_augmented_in_data(images, steps):
    augment = keras.Sequential([
        layers.RandomFlip("horizontal"),
        layers.RandomTranslation(0.1, 0.1, fill_mode="nearest"),
        layers.RandomRotation(15 / 360, fill_mode="nearest"),
    ])

    def batches(x, y):
        return (
            tf.data.Dataset.from_tensor_slices((x, y))
            .shuffle(len(x))
            .batch(BATCH)
            .map(lambda x, y: (augment(x, training=True), y), tf.data.AUTOTUNE)
            .prefetch(tf.data.AUTOTUNE)
        )

    return fit_augmented(images, steps, batches)


def fit_augmented_by_generator(images, steps):
    # Requires SciPy, which Keras does not install.
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    generator = ImageDataGenerator(
        horizontal_flip=True,
        width_shift_range=0.1,
        height_shift_range=0.1,
        rotation_range=15,
    )
    return fit_augmented(images, steps, partial(generator.flow, batch_size=BATCH))


def tiny_network():
    return keras.Sequential([
        keras.Input((128, 128, 3)),
        layers.Rescaling(1.0 / 255),
        layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
        layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, activation="softmax"),
    ])


def fit_folder(images, steps):
    data = keras.utils.image_dataset_from_directory(
        os.path.join(os.path.dirname(images), "jpegs"),
        label_mode="categorical",
        image_size=(128, 128),
        batch_size=BATCH,
        verbose=False,
    )
    data = data.prefetch(tf.data.AUTOTUNE)
    model = compiled(network=tiny_network)
    model.fit(data.take(WARM_UP), verbose=0)
    start = time.perf_counter()
    model.fit(data, verbose=0)
    return steps * BATCH / (time.perf_counter() - start)


def first_step(images, steps):
    x, y = read(images, BATCH)
    return compiled().train_on_batch(x, y)


def predict(images, steps):
    x, _ = read(images, 1)
    model = compiled()

    def milliseconds():
        start = time.perf_counter()
        model.predict(x, verbose=0)
        return 1000 * (time.perf_counter() - start)

    # The first predictions are slower, which hardly affects the median of so many.
    return statistics.median(milliseconds() for _ in range(PREDICTIONS))


def memory(images, steps):
    x, y = read(images, MANY_IMAGES)
    compiled().fit(x, y, batch_size=BATCH, steps_per_epoch=WARM_UP, verbose=0)
    with open("/proc/self/status", encoding="ascii") as status:
        peak = next(line for line in status if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def large_network():
    return keras.Sequential([keras.Input((5_000,)), layers.Dense(5_000)], name="large")


def large_file(images):
    return os.path.join(os.path.dirname(images), "large.keras")


def median_seconds(task):
    def seconds():
        start = time.perf_counter()
        task()
        return time.perf_counter() - start

    return statistics.median(seconds() for _ in range(5))


def write_file(images, steps):
    model = large_network()
    return median_seconds(lambda: model.save(large_file(images)))


def read_file(images, steps):
    file = large_file(images)
    if not os.path.exists(file):
        large_network().save(file)
    return median_seconds(lambda: keras.models.load_model(file))


def application_file(images, name):
    return os.path.join(os.path.dirname(images), "applications", name + ".keras")


def write_applications(images, steps):
    os.mkdir(os.path.dirname(application_file(images, "")))
    keras.utils.set_random_seed(1)
    applications = keras.applications
    applications.DenseNet121(weights=None).save(application_file(images, "densenet121"))
    applications.NASNetMobile(weights=None).save(application_file(images, "nasnet_mobile"))
    model = applications.MobileNetV2(weights=None)
    compile_application(model, 1e-3)
    model.train_on_batch(*application_batch())
    model.save(application_file(images, "mobilenet_v2"))
    return "written"


def compile_application(model, learning_rate):
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate),
        loss="categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )


def application_batch():
    x = np.random.default_rng(1).random((APPLICATION_BATCH, 224, 224, 3), "float32")
    return x, np.eye(APPLICATION_BATCH, 1000, dtype="float32")


def open_application(images, name):
    model = keras.models.load_model(application_file(images, name))
    # XLA, Keras's default, takes longer to compile a model than it saves in one prediction.
    model.jit_compile = False
    return model.predict(application_batch()[0][:1], verbose=0)[0, 0]


def open_densenet121(images, steps):
    return open_application(images, "densenet121")


def open_nasnet_mobile(images, steps):
    return open_application(images, "nasnet_mobile")


def resume_mobilenet_v2(images, steps):
    model = keras.models.load_model(application_file(images, "mobilenet_v2"))
    return model.train_on_batch(*application_batch())


def unfreeze_mobilenet_v2(images, steps):
    model = keras.models.load_model(application_file(images, "mobilenet_v2"))
    for layer in model.layers[:-1]:
        layer.trainable = False
    compile_application(model, 1e-3)
    x, y = application_batch()
    model.train_on_batch(x, y)
    start = time.perf_counter()
    for layer in model.layers:
        layer.trainable = True
    compile_application(model, 1e-5)
    model.train_on_batch(x, y)
    return time.perf_counter() - start


if __name__ == "__main__":
    task = globals()[sys.argv[1].replace("-", "_")]
    print(f"result={task(sys.argv[2], int(sys.argv[3]))}", flush=True)
