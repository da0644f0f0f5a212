"""Images augmented by Keras's ImageDataGenerator with given random draws.

It needs scipy 1.16.3 and, for brightness, pillow 13.0.0. Every case has for
each of two images the ten numbers in [0, 1) that Rhyton draws, mapped here to
the parameters that Keras draws. Keras's `tx` shifts images horizontally.
"""

import warnings

import keras  # noqa: F401  (sets up what the legacy module imports)
import numpy as np
from keras.src.legacy.preprocessing import image as legacy

SIDE = 6


def _images(seed: int, channels: int = 2) -> np.ndarray:
    draw = np.random.default_rng(seed)
    return draw.integers(0, 256, (2, SIDE, SIDE, channels)).astype("float32")


def _between(draw: float, lower: float, upper: float) -> float:
    return lower + draw * (upper - lower)


def _parameters(options: dict, draws: np.ndarray) -> dict:
    def around_0(name: str, draw: float) -> float:
        return _between(draw, -options.get(name, 0), options.get(name, 0))

    def pixels(name: str, draw: float) -> float:
        return around_0(name, draw) * (SIDE if options.get(name, 0) < 1 else 1)

    zoom = options.get("zoom_range", 0)
    lower, upper = zoom if isinstance(zoom, list) else (1 - zoom, 1 + zoom)
    parameters = {
        "theta": around_0("rotation_range", draws[0]),
        "tx": pixels("width_shift_range", draws[2]),
        "ty": pixels("height_shift_range", draws[1]),
        "shear": around_0("shear_range", draws[3]),
        "zx": _between(draws[4], lower, upper),
        "zy": _between(draws[5], lower, upper),
        "flip_horizontal": options.get("horizontal_flip") and draws[6] < 0.5,
        "flip_vertical": options.get("vertical_flip") and draws[7] < 0.5,
    }
    if "channel_shift_range" in options:
        parameters["channel_shift_intensity"] = around_0(
            "channel_shift_range", draws[8]
        )
    if "brightness_range" in options:
        parameters["brightness"] = _between(draws[9], *options["brightness_range"])
    return parameters


def _case(seed: int, channels: int = 2, **options) -> dict:
    warnings.simplefilter("ignore")
    images = _images(seed, channels)
    draws = np.random.default_rng(seed + 100).uniform(size=(2, 10))
    draws = np.round(draws, 4).astype("float32")
    generator = legacy.ImageDataGenerator(**options)
    generator.fit(images)
    changed = [
        generator.apply_transform(image, _parameters(options, numbers))
        for image, numbers in zip(images.copy(), draws)
    ]
    standardized = [generator.standardize(image.copy()) for image in changed]
    case = {
        "options": options,
        "images": images,
        "draws": draws,
        "trained": np.stack(standardized).astype("float32"),
    }
    if generator.mean is not None:
        case["mean"] = generator.mean.ravel()
    if generator.std is not None:
        case["std"] = generator.std.ravel()
    return case


def record_all() -> dict:
    moves = {
        "rotation_range": 40,
        "width_shift_range": 0.3,
        "height_shift_range": 1.5,
        "shear_range": 25,
        "zoom_range": 0.4,
        "horizontal_flip": True,
        "vertical_flip": True,
    }
    cases = {
        "nothing": _case(1),
        "rotation": _case(2, rotation_range=170),
        "width_shift": _case(3, width_shift_range=0.4),
        "height_shift": _case(4, height_shift_range=0.4),
        "pixels": _case(5, width_shift_range=2.5, height_shift_range=1.5),
        "shear": _case(6, shear_range=50),
        "zoom": _case(7, zoom_range=0.6),
        "zoom_between": _case(8, zoom_range=[0.5, 0.8]),
        "horizontal_flip": _case(9, horizontal_flip=True),
        "vertical_flip": _case(10, vertical_flip=True),
        "flips": _case(11, horizontal_flip=True, vertical_flip=True),
        "channel_shift": _case(12, channel_shift_range=90.0),
        "brightness": _case(13, 3, brightness_range=[0.3, 1.8]),
        "featurewise": _case(
            14, featurewise_center=True, featurewise_std_normalization=True
        ),
        "featurewise_center": _case(15, featurewise_center=True),
        "samplewise": _case(
            16, samplewise_center=True, samplewise_std_normalization=True
        ),
        "samplewise_center": _case(17, samplewise_center=True),
        "all": _case(
            18,
            **moves,
            channel_shift_range=30.0,
            samplewise_std_normalization=True,
            featurewise_std_normalization=True,
        ),
    }
    for order in 0, 1:
        for fill_mode in "nearest", "constant", "reflect", "wrap":
            options = {"fill_mode": fill_mode, "interpolation_order": order}
            cases[f"{fill_mode}_{order}"] = _case(20, **moves, **options, cval=77.0)
            far = {"width_shift_range": 20.0, "height_shift_range": 20.0}
            cases[f"far_{fill_mode}_{order}"] = _case(21, **far, **options)
    return cases
