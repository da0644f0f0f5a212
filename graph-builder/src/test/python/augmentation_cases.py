"""Random augmentation layers.

With a seed they augment each image as Keras does. Transforms come first in the
model: Keras's gradient with respect to their input is only approximate.
"""

from collections.abc import Callable

import keras
from keras import layers
from keras.preprocessing.image import smart_resize

from layer_cases import IMAGE, ODD_IMAGE, Case


def cases() -> dict[str, Case]:
    return {**flips(), **crops(), **transforms(), **colors()}


def flips() -> dict[str, Case]:
    def flip(**options) -> Case:
        return IMAGE, lambda: layers.RandomFlip(seed=5, **options)

    return {
        "random_flip": flip(),
        "random_flip_horizontal": flip(mode="horizontal"),
        "random_flip_vertical": flip(mode="vertical"),
    }


class RandomCrop(layers.RandomCrop):
    """Resizes in inference, as documented: Keras's code returns the input."""

    def call(self, data, training=True):
        if training:
            return super().call(data, training=True)
        return smart_resize(data, (self.height, self.width))


def crops() -> dict[str, Case]:
    def crop(height, width) -> Case:
        return ODD_IMAGE, lambda: RandomCrop(height, width, seed=3)

    return {
        "random_crop": crop(3, 4),
        "random_crop_too_high": crop(6, 4),
        "random_crop_too_wide": crop(3, 9),
    }


def transforms() -> dict[str, Case]:
    def first(layer: Callable[[], keras.Layer]) -> Case:
        def model() -> keras.Model:
            tested = layer()
            tested.name = "layer"
            back = layers.Conv2D(2, 1, use_bias=False, name="back")
            rows = layers.Flatten(name="rows")
            return keras.Sequential([keras.Input(IMAGE), tested, back, rows])

        return IMAGE, model

    def rotate(factor, **options) -> Case:
        return first(lambda: layers.RandomRotation(factor, seed=7, **options))

    def move(height, width, **options) -> Case:
        return first(
            lambda: layers.RandomTranslation(height, width, seed=9, **options)
        )

    def zoom(height, width=None, **options) -> Case:
        return first(lambda: layers.RandomZoom(height, width, seed=1, **options))

    nearest = {"interpolation": "nearest"}
    constant = {"fill_mode": "constant", "fill_value": 0.5}
    return {
        "random_rotation": rotate(0.3),
        "random_rotation_between": rotate((0.1, 0.2), **constant),
        "random_rotation_nearest": rotate(0.4, fill_mode="nearest"),
        "random_rotation_wrap": rotate(0.2, fill_mode="wrap", **nearest),
        "random_rotation_0": rotate(0.0),
        "random_translation": move(0.6, 0.4),
        "random_translation_between": move((-0.7, -0.2), (0.3, 0.8), **constant),
        "random_translation_nearest": move(0.5, 0.0, fill_mode="nearest"),
        "random_translation_wrap": move(1.0, 1.0, fill_mode="wrap", **nearest),
        "random_zoom": zoom(0.5),
        "random_zoom_both": zoom((-0.5, -0.1), (0.2, 0.9), **constant),
        "random_zoom_nearest": zoom(
            (0.5, 0.9), (-0.9, -0.5), fill_mode="nearest", **nearest
        ),
        "random_zoom_wrap": zoom((0.3, 0.9), fill_mode="wrap"),
    }


def colors() -> dict[str, Case]:
    options = {"value_range": (-1, 1), "seed": 7}
    return {
        "random_contrast": (
            IMAGE,
            lambda: layers.RandomContrast((0.8, 0.9), **options),
        ),
        "random_contrast_bytes": (
            IMAGE,
            lambda: layers.RandomContrast(0.5, seed=3),
        ),
        "random_brightness": (
            IMAGE,
            lambda: layers.RandomBrightness((-0.2, 0.4), **options),
        ),
        "random_brightness_bytes": (
            IMAGE,
            lambda: layers.RandomBrightness(0.01, seed=3),
        ),
    }
