"""Writes the configurations of Keras models that the Java tests read and compare with.

Run it once for each version of Keras, each in a separate environment:

    pip install keras==3.15.1 tensorflow-cpu==2.21.0 h5py && python keras_configs.py
    pip install keras==3.3.3 tensorflow-cpu==2.21.0 h5py && python keras_configs.py
    pip install tf_keras==2.21.0 tensorflow-cpu==2.21.0 h5py && python keras_configs.py tf_keras

It writes ../resources/io/rhyton/keras/<package>-<version>/<model>.json, the config.json
of a .keras file, and <model>.h5.json, the attributes of a legacy .h5 file.
"""

import json
import os
import sys
import tempfile
import zipfile
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import h5py

if sys.argv[1:] == ["tf_keras"]:
    import tf_keras as keras
else:
    import keras

layers = keras.layers
RESOURCES = Path(__file__).parent.parent / "resources" / "io" / "rhyton" / "keras"


def defaults():
    """Every layer of a sequential model with default options."""
    return keras.Sequential(
        [
            keras.Input((16, 12, 3), name="image"),
            layers.Rescaling(0.5, name="rescaling"),
            layers.Conv2D(4, 3, name="conv"),
            layers.BatchNormalization(name="batch_norm"),
            layers.Activation("relu", name="activation"),
            layers.MaxPooling2D(name="max_pooling"),
            layers.AveragePooling2D(2, name="average_pooling"),
            layers.GlobalAveragePooling2D(name="global_pooling"),
            layers.Flatten(name="flatten"),
            layers.Dropout(0.25, name="dropout"),
            layers.Dense(5, name="dense"),
        ],
        name="defaults",
    )


def options():
    """Every option with a non-default value."""
    initializers, regularizers = keras.initializers, keras.regularizers
    model = keras.Sequential(
        [
            keras.Input((16, 12, 3), name="image"),
            layers.Rescaling(2.0, offset=-1.0, name="rescaling"),
            layers.Conv2D(
                4,
                (3, 5),
                strides=(2, 1),
                padding="same",
                activation="elu",
                use_bias=False,
                kernel_initializer=initializers.HeNormal(seed=7),
                kernel_regularizer=regularizers.L2(0.01),
                name="conv",
            ),
            layers.Conv2D(
                3,
                1,
                activation="softplus",
                bias_initializer="ones",
                bias_regularizer=regularizers.L2(0.5),
                name="conv.1",
            ),
            layers.BatchNormalization(
                momentum=0.9, epsilon=0.01, center=False, scale=False, name="batch-norm"
            ),
            layers.Activation("tanh", name="activation"),
            layers.MaxPooling2D((2, 1), strides=1, padding="same", name="max_pooling"),
            layers.AveragePooling2D((1, 2), strides=(2, 1), padding="same", name="average_pooling"),
            layers.Flatten(name="flatten"),
            layers.Dropout(0.5, seed=42, name="dropout"),
            layers.Dense(
                6,
                activation="selu",
                kernel_initializer="zeros",
                bias_initializer=initializers.GlorotUniform(seed=3)
                if keras.__version__[0] == "3"
                else "zeros",
                kernel_regularizer=regularizers.L2(0.25),
                bias_regularizer=regularizers.L2(0.125),
                name="dense",
            ),
            layers.Dense(1, activation="sigmoid", use_bias=False, name="last"),
        ],
        name="options",
    )
    model.get_layer("conv").trainable = False
    model.compile(
        keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
        keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=["accuracy", keras.metrics.BinaryAccuracy()],
    )
    return model


def images():
    """The convolution and pooling layers for images, with non-default options."""
    regularizer = keras.regularizers.L2(0.25)
    return keras.Sequential(
        [
            keras.Input((16, 12, 4), name="image"),
            layers.Conv2D(4, 3, dilation_rate=(1, 2), groups=2, name="conv"),
            layers.Conv2DTranspose(3, (3, 2), strides=(1, 2), padding="same", name="transpose"),
            layers.DepthwiseConv2D(
                3,
                strides=2,
                padding="same",
                depth_multiplier=2,
                activation="tanh",
                depthwise_initializer="he_normal",
                depthwise_regularizer=regularizer,
                name="depthwise",
            ),
            layers.DepthwiseConv2D(2, dilation_rate=2, use_bias=False, name="dilated"),
            layers.SeparableConv2D(
                5,
                (2, 3),
                padding="same",
                depth_multiplier=3,
                pointwise_initializer="ones",
                pointwise_regularizer=regularizer,
                depthwise_constraint="non_neg",
                name="separable",
            ),
            layers.GlobalMaxPooling2D(keepdims=True, name="max"),
            layers.GlobalAveragePooling2D(keepdims=True, name="average"),
            layers.GlobalMaxPooling2D(name="flat"),
        ],
        name="images",
    )


def sequences():
    """The convolution and pooling layers for sequences."""
    return keras.Sequential(
        [
            keras.Input((24, 4), name="steps"),
            layers.Conv1D(4, 3, padding="causal", dilation_rate=2, name="causal"),
            layers.Conv1D(6, 2, strides=2, groups=2, activation="relu", name="grouped"),
            layers.MaxPooling1D(name="max"),
            layers.AveragePooling1D(3, strides=1, padding="same", name="average"),
            layers.GlobalAveragePooling1D(keepdims=True, name="kept"),
            layers.GlobalMaxPooling1D(keepdims=True, name="kept_again"),
            layers.GlobalAveragePooling1D(name="flat"),
        ],
        name="sequences",
    )


def functional():
    """Two inputs, a shared layer, nested models, two outputs."""
    left = keras.Input((6, 6, 2), name="left")
    right = keras.Input((6, 6, 2), name="right")
    tower = keras.Sequential(
        [keras.Input((6, 6, 2), name="image"), layers.Conv2D(2, 3, padding="same", name="conv")],
        name="tower",
    )
    image = keras.Input((6, 6, 2), name="image")
    conv = layers.Conv2D(2, 3, padding="same", name="conv")(image)
    block = keras.Model(image, layers.Add(name="add")([image, conv]), name="block")
    block.trainable = False
    one, two = tower(left), block(right)
    shared = layers.Conv2D(3, 1, name="shared")
    both = layers.Concatenate(name="concatenate")([shared(one), shared(two), block(left)])
    pooled = layers.GlobalAveragePooling2D(name="pooling")(both)
    scores = layers.Dense(4, activation="softmax", name="scores")(pooled)
    return keras.Model([left, right], [scores, block(one)], name="functional")


def single():
    """One input and one output, which the newest Keras writes without a list."""
    image = keras.Input((6, 6, 2), name="image")
    flat = layers.Flatten(name="flatten")(image)
    model = keras.Model(image, layers.Dense(3, name="dense")(flat), name="single")
    model.compile("adam", "mse", metrics=["acc"])
    return model


def mixed():
    """A mixed policy, which keeps float32 variables."""
    policy = keras.mixed_precision if keras.__version__[0] == "2" else keras.config
    set_policy = getattr(policy, "set_global_policy", None) or policy.set_dtype_policy
    set_policy("mixed_bfloat16")
    try:
        return keras.Sequential(
            [
                keras.Input((4,), name="features"),
                layers.Dense(3, name="dense"),
                layers.Activation("softmax", dtype="float32", name="scores"),
            ],
            name="mixed",
        )
    finally:
        set_policy("float32")


def compiled():
    """A categorical model, compiled with objects."""
    model = keras.Sequential(
        [keras.Input((4,), name="features"), layers.Dense(3, activation="softmax", name="dense")],
        name="compiled",
    )
    model.compile(
        keras.optimizers.Adam(0.002, beta_1=0.8, beta_2=0.99, epsilon=1e-5),
        keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    return model


def no_input_layer():
    """A sequential model whose first layer has the input shape, or that was built explicitly."""
    if keras.__version__[0] == "2":
        return keras.Sequential(
            [layers.Dense(3, input_shape=(4,), name="dense")], name="no_input_layer"
        )
    model = keras.Sequential([layers.Dense(3, name="dense")], name="no_input_layer")
    model.build((None, 4))
    return model


def model_first():
    """A sequential model that starts with a model."""
    features = keras.Input((4,), name="features")
    head = keras.Model(features, layers.Dense(3, name="dense")(features), name="head")
    model = keras.Sequential([head, layers.Dense(2, name="dense")], name="model_first")
    model.compile("sgd", "categorical_crossentropy", metrics=["categorical_accuracy"])
    return model


def unsupported():
    """Several unsupported parts at once."""
    image = keras.Input((8, 8, 4), name="image")
    x = layers.Conv2D(4, 3, dilation_rate=2, groups=2, name="conv")(image)
    x = layers.Conv2D(4, 3, kernel_constraint="max_norm", activity_regularizer="l1", name="held")(x)
    x = layers.Dropout(0.5, name="dropout")(x, training=True)
    x = layers.Lambda(lambda t: t * 2, name="double")(x)
    x = layers.LSTM(3, name="lstm")(layers.Reshape((-1, 4), name="reshape")(x))
    x = layers.Dense(3, activation="gelu", kernel_regularizer="l1", name="dense")(x)
    model = keras.Model(image, x * 2.0, name="unsupported")
    schedule = keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)
    model.compile(
        keras.optimizers.SGD(schedule, clipnorm=1.0),
        keras.losses.CategoricalCrossentropy(label_smoothing=0.1),
        metrics=[keras.metrics.AUC(name="auc")],
    )
    return model


def operations():
    """Arithmetic on tensors, and operations that are equivalent to layers."""
    ops = keras.ops
    image = keras.Input((6, 4, 3), name="image")
    x = layers.Conv2D(4, 1, name="conv")(1 - 2 * image / 255)
    x = keras.activations.relu(x + 3.0, max_value=6.0) * x ** 2 / (2**x + abs(-x))
    y = ops.leaky_relu(ops.silu(ops.minimum(x, 0.5)), negative_slope=0.1)
    y = ops.concatenate([ops.divide(1.0, x), ops.maximum(x, y) - x], axis=-1)
    rows = ops.reshape(ops.transpose(y, (0, 2, 1, 3)), (-1, 24, 8))
    means = ops.mean(y, axis=(1, 2)) + ops.max(rows, axis=-2)
    scores = layers.Dense(5, name="scores")(ops.sqrt(ops.square(means)))
    return keras.Model(image, ops.softmax(scores), name="operations")


def quantized():
    """Layers that Keras quantized, alone, in a wrapper and in a nested model."""
    steps = keras.Input((5, 4), name="steps")
    x = layers.TimeDistributed(layers.Dense(3, name="each"), name="distributed")(steps)
    features = keras.Input((15,), name="features")
    head = keras.Model(features, layers.Dense(3, name="dense")(features), name="head")
    x = head(layers.Flatten(name="flat")(x))
    model = keras.Model(steps, layers.Dense(2, name="scores")(x), name="quantized")
    model.quantize("int8")
    return model


def wrapped():
    """Layers in others: unknown, with an unknown option, and a model."""
    videos = keras.Input((5, 6, 6, 2), batch_size=2, name="videos")
    convolved = layers.ConvLSTM2D(3, 2, return_sequences=True, name="convolved")
    x = layers.Bidirectional(convolved, name="both")(videos)
    frame = keras.Input((5, 5, 6), name="frame")
    body = keras.Model(frame, layers.Flatten(name="flat")(frame), name="body")
    x = layers.TimeDistributed(body, name="framewise")(x)
    kept = layers.LSTM(3, stateful=True, name="kept")
    return keras.Model(videos, layers.Bidirectional(kept, name="recurrent")(x), name="wrapped")


def custom():
    """Custom classes and functions wherever Keras takes them."""
    register = keras.saving.register_keras_serializable("mine")

    @register
    class Doubled(layers.Layer):
        def call(self, inputs):
            return inputs * 2

    class Dense(layers.Layer):  # Not registered, and with the name of a layer of Keras.
        def call(self, inputs):
            return inputs + 1

    @register
    class Filled(keras.initializers.Initializer):
        def __call__(self, shape, dtype=None):
            return keras.ops.ones(shape, dtype)

    @register
    class Summed(keras.regularizers.Regularizer):
        def __call__(self, weights):
            return keras.ops.sum(weights)

        def get_config(self):
            return {}

    @register
    class Error(keras.losses.Loss):
        def call(self, y_true, y_pred):
            return keras.ops.mean((y_true - y_pred) ** 2, axis=-1)

    @register
    class Descent(keras.optimizers.SGD):
        pass

    model = keras.Sequential(
        [
            keras.Input((4,), name="features"),
            Doubled(name="doubled"),
            Dense(name="shifted"),
            layers.Dense(3, kernel_initializer=Filled(), bias_regularizer=Summed(), name="dense"),
        ],
        name="custom",
    )
    model.compile(Descent(0.1), Error(), metrics=[lambda y_true, y_pred: y_pred])
    return model


MODELS = [
    defaults,
    options,
    images,
    sequences,
    functional,
    single,
    mixed,
    compiled,
    no_input_layer,
    model_first,
    unsupported,
]
# Keras 2 writes other operations.
if keras.__name__ == "keras":
    MODELS.append(operations)
# Keras cannot read back its legacy files of these, or they show nothing new.
KERAS_FILE_ONLY = ("operations", "quantized", "wrapped", "custom")
# What only a recent Keras has.
if keras.__name__ == "keras" and keras.__version__ >= "3.15":
    MODELS += [quantized, wrapped, custom]


def write(path, value):
    path.write_text(json.dumps(value, separators=(",", ":")) + "\n")


def without_code(value):
    """The configuration without compiled Python, which differs from version to version."""
    if isinstance(value, dict):
        if value.get("class_name") == "__lambda__":
            return {**value, "config": {}}
        return {key: without_code(item) for key, item in value.items()}
    if isinstance(value, list):
        if value and isinstance(value[0], str) and len(value[0]) > 100:
            return ["", *value[1:]]
        return [without_code(item) for item in value]
    return value


def main():
    folder = RESOURCES / f"{keras.__name__.replace('_', '-')}-{keras.__version__}"
    folder.mkdir(parents=True, exist_ok=True)
    for make in MODELS:
        keras.backend.clear_session()
        model = make()
        with tempfile.TemporaryDirectory() as temporary:
            archive = Path(temporary) / "model.keras"
            model.save(archive)
            with zipfile.ZipFile(archive) as members:
                config = json.loads(members.read("config.json"))
            write(folder / f"{make.__name__}.json", without_code(config))
            if make.__name__ in KERAS_FILE_ONLY:
                continue
            legacy = Path(temporary) / "model.h5"
            model.save(legacy)
            with h5py.File(legacy) as file:
                attributes = {
                    name: json.loads(file.attrs[name])
                    for name in ("model_config", "training_config")
                    if name in file.attrs
                }
            write(folder / f"{make.__name__}.h5.json", without_code(attributes))


if __name__ == "__main__":
    main()
