"""Regularization layers: dropout and noise."""

from keras import layers

from layer_cases import IMAGE, SEQUENCE, VECTOR, Case

SMALL_IMAGE = (2, 3, 3)


def cases() -> dict[str, Case]:
    return {
        "dropout": (VECTOR, lambda: layers.Dropout(0.4, seed=1337)),
        "dropout_image": (IMAGE, lambda: layers.Dropout(0.25, seed=7)),
        "dropout_rate_0": (VECTOR, lambda: layers.Dropout(0.0, seed=7)),
        "dropout_noise_shape": (
            IMAGE,
            lambda: layers.Dropout(0.4, noise_shape=(None, 4, 1, 2), seed=1337),
        ),
        "dropout_noise_shape_of_batch": (
            VECTOR,
            lambda: layers.Dropout(0.4, noise_shape=(1, None), seed=1337),
        ),
        **noise_cases(),
    }


def noise_cases() -> dict[str, Case]:
    def case(kind, amount, shape=VECTOR) -> Case:
        return shape, lambda: kind(amount, seed=1337)

    return {
        "spatial_dropout1d": case(layers.SpatialDropout1D, 0.4, SEQUENCE),
        "spatial_dropout2d": case(layers.SpatialDropout2D, 0.4, SMALL_IMAGE),
        "spatial_dropout2d_rate_0": case(
            layers.SpatialDropout2D, 0.0, SMALL_IMAGE
        ),
        "gaussian_noise": case(layers.GaussianNoise, 0.3),
        "gaussian_noise_image": case(layers.GaussianNoise, 1.0, SMALL_IMAGE),
        "gaussian_noise_0": case(layers.GaussianNoise, 0.0),
        "gaussian_dropout": case(layers.GaussianDropout, 0.3),
        "gaussian_dropout_image": case(
            layers.GaussianDropout, 0.1, SMALL_IMAGE
        ),
        "gaussian_dropout_rate_0": case(layers.GaussianDropout, 0.0),
        "alpha_dropout": case(layers.AlphaDropout, 0.3),
        "alpha_dropout_image": case(layers.AlphaDropout, 0.1, SMALL_IMAGE),
        "alpha_dropout_noise_shape": (
            SMALL_IMAGE,
            lambda: layers.AlphaDropout(
                0.3, noise_shape=(None, 1, 1, None), seed=1337
            ),
        ),
        "alpha_dropout_rate_0": case(layers.AlphaDropout, 0.0),
    }
