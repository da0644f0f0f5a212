"""Models as Keras users write them, saved by Keras, with its predictions and a training step.

    python user_models.py FOLDER FIRST COUNT [2]

For each seed from FIRST on it writes a folder FOLDER/<seed>-<kind> with

    model.keras, model.h5   before the first training step (Keras 2: model.h5 only)
    inputs-<i>.npy          a batch for each input
    labels.npy              its labels
    outputs.npy             the predictions of Keras
    other-inputs-<i>.npy, other-outputs.npy
                            the same for a batch of another size, if the model accepts any
    after-<i>.npy           the weights after one training step, layer by layer,
                            with the layers of a nested model in its place
    loss.txt                the loss in that step; missing if Keras cannot load the model

and prints the folder's name. With a final 2, Keras 2 (tf_keras) does all of this.
The step is run on the model as loaded by Keras, so that random layers start from their
seeds, as in Java, and because a loaded model may have other frozen layers than the one that
was saved. Keras cannot load everything that it saves, or swaps weights; in these cases
there is no training step.
The exit status is 3 if a package is missing.
"""

import os
import sys
from pathlib import Path
from typing import Any

from suite import PACKAGE_MISSING, missing, standard_output

CLASSES = 3
BATCH = 6


class User:
    """Writes one model, which the seed determines."""

    def __init__(self, keras: Any, seed: int, is_keras2: bool) -> None:
        import numpy as np

        self.keras = keras
        self.layers = keras.layers
        self.rng = np.random.default_rng(seed)
        self.is_keras2 = is_keras2

    def chance(self, probability: float) -> bool:
        return bool(self.rng.random() < probability)

    def pick(self, *choices: Any) -> Any:
        return choices[int(self.rng.integers(len(choices)))]

    def seed(self) -> int:
        return int(self.rng.integers(1000))

    def batch(self, tensor: Any, size: int) -> Any:
        """A batch for an input; its first unknown size is the given one, the next one is larger."""
        sizes = [size + 2 * i if known is None else known for i, known in enumerate(tensor.shape[1:])]
        return self.rng.uniform(-1, 1, (BATCH, *sizes)).astype("float32")

    def dropout(self, x: Any) -> Any:
        # Keras 2 draws other numbers than Keras 3; a rate of 0 leaves its training comparable.
        rate = 0.0 if self.is_keras2 else 0.3
        return self.layers.Dropout(rate, seed=self.seed())(x)

    def conv(self, x: Any, filters: int) -> Any:
        layers = self.layers
        if self.chance(0.5):
            x = layers.Conv2D(filters, 3, padding=self.pick("same", "valid"), activation="relu")(x)
        else:
            x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
            x = layers.BatchNormalization()(x)
            x = layers.Activation("relu")(x) if self.chance(0.5) else layers.ReLU(6.0)(x)
        return x

    def head(self, x: Any) -> Any:
        layers = self.layers
        x = layers.GlobalAveragePooling2D()(x) if self.chance(0.5) else layers.Flatten()(x)
        if self.chance(0.5):
            x = layers.Dense(8, activation=self.pick("relu", "tanh", "elu"))(x)
        if self.chance(0.5):
            x = self.dropout(x)
        return layers.Dense(CLASSES, activation="softmax")(x)

    def augmentation(self) -> Any:
        layers = self.layers
        return self.keras.Sequential(
            [layers.RandomFlip("horizontal", seed=self.seed())], name="augmentation"
        )

    def body(self, shape: Any) -> Any:
        """The part that is taken from a trained model."""
        layers = self.layers
        image = self.keras.Input(shape)
        x = self.conv(image, 4)
        x = layers.DepthwiseConv2D(3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        if self.chance(0.5):
            x = layers.Add()([x, self.dropout(layers.Conv2D(4, 1)(x))])
        return self.keras.Model(image, x, name="body")

    def freeze(self, body: Any) -> None:
        way = self.pick("not", "all", "refrozen", "first", "norms")
        if way in ("all", "refrozen"):
            body.trainable = False
        if way == "refrozen":
            for layer in body.layers[-3:]:
                layer.trainable = True
        if way == "first":
            for layer in body.layers[:3]:
                layer.trainable = False
        if way == "norms":
            for layer in body.layers:
                if isinstance(layer, self.layers.BatchNormalization):
                    layer.trainable = False

    # The kinds of models.

    def image_chain(self) -> Any:
        layers = self.layers
        model = self.keras.Sequential([self.keras.Input((10, 10, 3))])
        model.add(layers.Rescaling(1 / 2.0))
        model.add(layers.Conv2D(4, 3, padding="same", activation="relu"))
        model.add(layers.MaxPooling2D())
        if self.chance(0.5):
            model.add(layers.BatchNormalization())
        model.add(layers.Dropout(0.0 if self.is_keras2 else 0.25, seed=self.seed()))
        model.add(layers.Flatten())
        model.add(layers.Dense(CLASSES, activation="softmax"))
        return model

    def image_graph(self) -> Any:
        image = self.keras.Input(shape=(10, 10, 3))
        x = self.layers.Rescaling(1.0 / 2)(image) if self.chance(0.5) else image
        for _ in range(int(self.rng.integers(1, 3))):
            x = self.conv(x, 4)
            x = self.pick(self.layers.MaxPooling2D, self.layers.AveragePooling2D)(2, padding="same")(x)
            if self.chance(0.6):
                x = self.dropout(x)
        return self.keras.Model(image, self.head(x))

    def residual(self) -> Any:
        layers = self.layers
        image = self.keras.Input(shape=(8, 8, 3), name="image")
        x = layers.Conv2D(4, 3, padding="same")(image)
        for block in range(2):
            shortcut = layers.Identity()(x) if block == 0 else x
            x = layers.BatchNormalization()(x)
            x = layers.ReLU()(x)
            x = layers.Conv2D(4, 3, padding="same")(x)
            if self.chance(0.5):
                x = self.dropout(x)
            x = shortcut + x if self.chance(0.5) and not self.is_keras2 else layers.add([shortcut, x])
        return self.keras.Model(inputs=image, outputs=self.head(x))

    def transfer(self) -> Any:
        layers = self.layers
        body = self.body(self.pick((10, 10, 3), (None, None, 3)))
        self.freeze(body)
        image = self.keras.Input(shape=(10, 10, 3))
        x = self.augmentation()(image) if not self.is_keras2 and self.chance(0.5) else image
        x = layers.Rescaling(1.0 / 1.5, offset=-0.5)(x) if self.chance(0.3) else x
        training = self.pick(None, False) if self.is_keras2 else self.pick(None, False, True)
        x = body(x) if training is None else body(x, training=training)
        x = layers.GlobalAveragePooling2D()(x)
        x = self.dropout(x)
        return self.keras.Model(image, layers.Dense(CLASSES, activation="softmax")(x))

    def transfer_chain(self) -> Any:
        layers = self.layers
        body = self.body(self.pick((10, 10, 3), (None, None, 3)))
        self.freeze(body)
        chain = [self.keras.Input((10, 10, 3)), body, layers.Flatten()]
        return self.keras.Sequential([*chain, layers.Dense(CLASSES, activation="softmax")])

    def twin_vectors(self) -> Any:
        """Two inputs through one shared model."""
        layers = self.layers
        encoder = self.keras.Sequential(
            [self.keras.Input((4,)), layers.Dense(4, activation="relu"), layers.Dense(4)], name="encoder"
        )
        a, b = self.keras.Input((4,), name="a"), self.keras.Input((4,), name="b")
        if self.chance(0.5):
            encoder.layers[0].trainable = False
        both = [encoder(a), encoder(b)]
        x = layers.Subtract()(both) if self.chance(0.5) else layers.Concatenate()(both)
        x = layers.GaussianNoise(0.0 if self.is_keras2 else 0.1, seed=self.seed())(x)
        return self.keras.Model([a, b], layers.Dense(CLASSES, activation="softmax")(x))

    def equal_layers(self) -> Any:
        """Dense layers of the same shape, nested, partly frozen: they differ only by name."""
        layers = self.layers
        start = self.keras.Input((4,))
        x = start
        for _ in range(3):
            x = layers.Dense(4, activation="tanh")(x)
            if self.chance(0.4):
                x = layers.BatchNormalization()(x)
        inner = self.keras.Model(start, x)
        if self.chance(0.7):
            inner.trainable = False
            for layer in inner.layers:
                layer.trainable = self.chance(0.5)
        else:
            for layer in inner.layers:
                layer.trainable = self.chance(0.5)
        outer = self.keras.Sequential([self.keras.Input((4,)), inner, layers.Dense(4, activation="tanh")])
        if self.chance(0.3):
            outer.layers[-1].trainable = False
        return self.keras.Sequential(
            [self.keras.Input((4,)), outer, layers.Dense(CLASSES, activation="softmax")]
        )

    def sequences(self) -> Any:
        layers = self.layers
        words = self.keras.Input((5, 4))
        cell = self.pick(layers.LSTM, layers.GRU, layers.SimpleRNN)
        x = words
        if self.chance(0.4):
            x = layers.Conv1D(4, 2, padding="causal", activation="relu")(x)
        if self.chance(0.5):
            x = layers.Bidirectional(cell(3, return_sequences=True))(x)
        x = cell(4)(x)
        x = self.dropout(x)
        return self.keras.Model(words, layers.Dense(CLASSES, activation="softmax")(x))

    def attention(self) -> Any:
        layers = self.layers
        words = self.keras.Input((5, 4))
        x = layers.LayerNormalization()(words)
        x = layers.MultiHeadAttention(num_heads=2, key_dim=3)(x, x)
        x = x + words if self.chance(0.5) else layers.Add()([x, words])
        x = layers.Dense(4, activation="relu")(self.dropout(x))
        x = layers.GlobalAveragePooling1D()(x)
        return self.keras.Model(words, layers.Dense(CLASSES, activation="softmax")(x))

    def any_image(self) -> Any:
        """Images of any height and width."""
        layers = self.layers
        image = self.keras.Input((None, None, 3))
        x = self.conv(image, 4)
        for _ in range(int(self.rng.integers(2, 5))):
            x = self.pick(
                lambda y: self.conv(y, 4),
                lambda y: layers.Conv2D(4, 3, strides=2, padding=self.pick("same", "valid"))(y),
                lambda y: layers.Conv2D(4, 3, dilation_rate=2, padding="same")(y),
                lambda y: layers.SeparableConv2D(4, 3, padding="same")(y),
                lambda y: layers.DepthwiseConv2D(3, strides=2, padding="same")(y),
                lambda y: layers.Conv2DTranspose(4, 3, strides=2, padding=self.pick("same", "valid"))(y),
                lambda y: layers.MaxPooling2D(2, padding="same")(y),
                lambda y: layers.AveragePooling2D(3, strides=1, padding="same")(y),
                lambda y: layers.ZeroPadding2D(((1, 0), (0, 2)))(y),
                lambda y: layers.Cropping2D(((0, 1), (1, 0)))(layers.ZeroPadding2D(2)(y)),
                lambda y: layers.UpSampling2D(2, interpolation=self.pick("nearest", "bilinear"))(y),
                lambda y: layers.Concatenate()([y, layers.Conv2D(4, 1)(y)]),
                lambda y: layers.Multiply()(
                    [y, layers.Dense(y.shape[-1], "sigmoid")(layers.GlobalAveragePooling2D(keepdims=True)(y))]
                ),
            )(x)
        x = self.pick(layers.GlobalAveragePooling2D, layers.GlobalMaxPooling2D)()(x)
        return self.keras.Model(image, layers.Dense(CLASSES, activation="softmax")(x))

    def any_sequence(self) -> Any:
        """Sequences of any length."""
        layers = self.layers
        words = self.keras.Input((None, 4))
        x = layers.Conv1D(4, 3, padding=self.pick("same", "causal"), activation="relu")(words)
        if self.chance(0.5):
            x = layers.Conv1D(4, 2, dilation_rate=2, padding="causal")(x)
        if self.chance(0.5):
            x = layers.MaxPooling1D(2, padding="same")(x)
        if self.chance(0.5):
            x = layers.TimeDistributed(layers.Dense(4, activation="tanh"))(x)
        if not self.is_keras2:
            x = x + layers.MultiHeadAttention(2, 3)(x, x)
            x = layers.LayerNormalization()(x)
        x = self.pick(layers.GlobalAveragePooling1D, layers.GlobalMaxPooling1D)()(x)
        return self.keras.Model(words, layers.Dense(CLASSES, activation="softmax")(self.dropout(x)))

    def any_transfer(self) -> Any:
        """A body for images of any size, resized or not, nested and partly frozen."""
        layers = self.layers
        body = self.body((None, None, 3))
        self.freeze(body)
        image = self.keras.Input(shape=(None, None, 3))
        x = self.augmentation()(image) if not self.is_keras2 and self.chance(0.5) else image
        if self.chance(0.5):
            x = self.pick(
                lambda y: layers.Resizing(8, 9)(y),
                lambda y: layers.Resizing(7, 10, crop_to_aspect_ratio=True)(y),
                lambda y: layers.CenterCrop(8, 8)(y),
                lambda y: layers.CenterCrop(14, 9)(y),
            )(x)
        x = layers.Rescaling(1.0 / 1.5, offset=-0.5)(x) if self.chance(0.3) else x
        x = body(x, training=False) if self.chance(0.5) else body(x)
        x = self.dropout(layers.GlobalAveragePooling2D()(x))
        return self.keras.Model(image, layers.Dense(CLASSES, activation="softmax")(x))

    def any_segmentation(self) -> Any:
        """A small U-Net: a class for each pixel of images of any size that 2 divides."""
        layers = self.layers
        image = self.keras.Input((None, None, 3))
        skip = layers.Conv2D(4, 3, padding="same", activation="relu")(image)
        x = layers.MaxPooling2D()(skip)
        x = layers.Conv2D(6, 3, padding="same", use_bias=False)(x)
        x = layers.ReLU()(layers.BatchNormalization()(x))
        x = self.pick(
            lambda y: layers.Conv2DTranspose(4, 2, strides=2)(y),
            lambda y: layers.Conv2DTranspose(4, 3, strides=2, padding="same")(y),
            lambda y: layers.UpSampling2D(interpolation=self.pick("nearest", "bilinear"))(y),
        )(x)
        x = self.dropout(layers.concatenate([x, skip]))
        return self.keras.Model(image, layers.Conv2D(CLASSES, 1, activation="softmax")(x))

    def any_pair(self) -> Any:
        """Two images of any size through one shared model."""
        layers = self.layers
        image = self.keras.Input((None, None, 3))
        x = layers.GlobalMaxPooling2D()(self.conv(self.conv(image, 4), 4))
        encoder = self.keras.Model(image, layers.Dense(5)(x), name="encoder")
        for layer in encoder.layers:
            layer.trainable = self.chance(0.8)
        a, b = self.keras.Input((None, None, 3), name="a"), self.keras.Input((None, None, 3), name="b")
        both = [encoder(a), encoder(b)]
        x = self.pick(layers.subtract, layers.multiply, layers.concatenate)(both)
        return self.keras.Model([a, b], layers.Dense(CLASSES, activation="softmax")(x))

    def model(self, seed: int) -> tuple[str, Any]:
        kinds = [
            self.image_chain,
            self.image_graph,
            self.residual,
            self.transfer,
            self.transfer_chain,
            self.twin_vectors,
            self.equal_layers,
            self.sequences,
            self.any_image,
            self.any_sequence,
            self.any_transfer,
            self.any_segmentation,
            self.any_pair,
        ]
        if not self.is_keras2:
            kinds.append(self.attention)
        kind = kinds[seed % len(kinds)]
        return kind.__name__, kind()


def write(keras: Any, folder: Path, seed: int, is_keras2: bool) -> str:
    import numpy as np

    keras.utils.set_random_seed(seed)
    user = User(keras, seed, is_keras2)
    kind, model = user.model(seed)
    model.set_weights([_shaken(user.rng, weight) for weight in model.get_weights()])
    path = folder / f"{seed:05d}-{kind}"
    path.mkdir(parents=True)
    optimizer = user.pick(
        lambda: keras.optimizers.SGD(0.05),
        lambda: keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
        lambda: keras.optimizers.Adam(1e-3, epsilon=1e-2),
    )()
    model.compile(
        optimizer=optimizer,
        loss=keras.losses.CategoricalCrossentropy(),
        metrics=["accuracy"],
    )
    names = ["model.h5"] if is_keras2 else ["model.keras", "model.h5"]
    for name in names:
        model.save(path / name)
    small, large = (10, 16) if kind == "any_segmentation" else (11, 17)
    inputs = [user.batch(tensor, small) for tensor in model.inputs]
    given = _alone(inputs)
    model.run_eagerly = True
    outputs = model.predict(given, verbose=0)
    _save(path / "outputs.npy", outputs)
    labels = np.eye(CLASSES, dtype="float32")[user.rng.integers(0, CLASSES, outputs.shape[:-1])]
    if None in model.inputs[0].shape[1:]:
        others = [user.batch(tensor, large) for tensor in model.inputs]
        for index, array in enumerate(others):
            _save(path / f"other-inputs-{index}.npy", array)
        _save(path / "other-outputs.npy", model.predict(_alone(others), verbose=0))
    loaded = _loaded(keras, path / names[0])
    if loaded and np.allclose(loaded.predict(given, verbose=0), np.load(path / "outputs.npy"), atol=1e-4):
        loaded = _loaded(keras, path / names[0])
        logs = loaded.train_on_batch(given, labels, return_dict=True)
        (path / "loss.txt").write_text(repr(float(logs["loss"])), "utf-8")
        for index, weight in enumerate(_weights(keras, loaded)):
            _save(path / f"after-{index}.npy", weight)
    for index, array in enumerate(inputs):
        _save(path / f"inputs-{index}.npy", array)
    _save(path / "labels.npy", labels)
    return path.name


def _alone(inputs: list[Any]) -> Any:
    return inputs if len(inputs) > 1 else inputs[0]


def _loaded(keras: Any, file: Path) -> Any:
    try:
        model = keras.models.load_model(file)
    except ValueError as error:
        print(f"Keras cannot load {file}: {error}", file=sys.stderr)
        return None
    model.run_eagerly = True
    return model


def _shaken(rng: Any, weight: Any) -> Any:
    """Sets all weights to distinct values; those that scale or divide stay positive."""
    values = rng.uniform(0.3, 0.8, weight.shape)
    return (values if weight.ndim < 2 else values * rng.choice([-1, 1], weight.shape)).astype("float32")


def _save(file: Path, array: Any) -> None:
    import numpy as np

    np.save(file, np.ascontiguousarray(array, dtype="<f4"))


def _weights(keras: Any, model: Any) -> list[Any]:
    found = []
    for layer in model.layers:
        if isinstance(layer, keras.Model):
            found += _weights(keras, layer)
        else:
            found += [
                weight.numpy() for weight in layer.weights if "seed_generator" not in getattr(weight, "path", "")
            ]
    return found


def main() -> int:
    folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    is_keras2 = sys.argv[4:] == ["2"]
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if is_keras2:
        os.environ["TF_USE_LEGACY_KERAS"] = "1"
    package = "tf_keras" if is_keras2 else "keras"
    with standard_output() as lines:
        if missing(("numpy", "tensorflow", package)):
            return PACKAGE_MISSING
        if is_keras2:
            import tf_keras as keras
        else:
            import keras
        for seed in range(first, first + count):
            print(write(keras, folder, seed, is_keras2), file=lines, flush=True)
            keras.backend.clear_session()
    return 0


if __name__ == "__main__":
    sys.exit(main())
