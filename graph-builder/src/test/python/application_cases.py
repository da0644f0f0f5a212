"""Layers that Keras defines beside one of its applications."""

from keras.src.applications.convnext import LayerScale, StochasticDepth
from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

from layer_cases import VECTOR, Case
from merging_cases import ones, sequences, vectors
from regularization_cases import SMALL_IMAGE


def cases() -> dict[str, Case]:
    def scaled(name):
        return CustomScaleLayer(0.3, name=name)

    return {
        "layer_scale": (VECTOR, lambda: LayerScale(0.5, 4)),
        "layer_scale_image": (SMALL_IMAGE, lambda: LayerScale(1e-6, 2)),
        "stochastic_depth_rate_0": (VECTOR, lambda: StochasticDepth(0.0)),
        "stochastic_depth_image_rate_0": (
            SMALL_IMAGE,
            lambda: StochasticDepth(0.0),
        ),
        "custom_scale_layer": vectors(scaled, 2),
        "custom_scale_layer_broadcast": sequences(scaled, ones),
    }
