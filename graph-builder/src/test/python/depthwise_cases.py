"""Depthwise and separable convolutions."""

from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, Case


def cases() -> dict[str, Case]:
    def depthwise(kernel=3, image=IMAGE, **options) -> Case:
        return image, lambda: layers.DepthwiseConv2D(kernel, **options)

    def separable(kernel=3, image=IMAGE, **options) -> Case:
        return image, lambda: layers.SeparableConv2D(3, kernel, **options)

    return {
        "depthwise_valid": depthwise(),
        "depthwise_same": depthwise((2, 3), padding="same"),
        "depthwise_strides_2_valid": depthwise((2, 3), ODD_IMAGE, strides=2),
        "depthwise_strides_2_same": depthwise(strides=2, padding="same"),
        "depthwise_multiplier_3": depthwise(depth_multiplier=3),
        "depthwise_multiplier_2_same": depthwise(
            2, depth_multiplier=2, padding="same", strides=2
        ),
        "depthwise_no_bias": depthwise(use_bias=False),
        "depthwise_relu": depthwise(activation="relu", padding="same"),
        "depthwise_dilation_2_valid": depthwise(
            (3, 2), ODD_IMAGE, dilation_rate=2
        ),
        "depthwise_dilation_2_same": depthwise(
            dilation_rate=2, padding="same", depth_multiplier=2
        ),
        "depthwise_dilation_1x3_same": depthwise(
            (3, 2), dilation_rate=(1, 3), padding="same"
        ),
        "depthwise_dilation_2_strides_2_valid": depthwise(
            (2, 3), ODD_IMAGE, dilation_rate=2, strides=2
        ),
        "depthwise_dilation_2_strides_2_same": depthwise(
            dilation_rate=2, strides=2, padding="same"
        ),
        "depthwise_dilation_2x1_strides_1x2_same": depthwise(
            dilation_rate=(2, 1), strides=(1, 2), padding="same"
        ),
        "depthwise_kernel_1_dilation_2_strides_2x1": depthwise(
            (1, 3), dilation_rate=(2, 1), strides=(2, 1), padding="same"
        ),
        "separable_valid": separable(),
        "separable_strides_2_same": separable(
            (2, 3), ODD_IMAGE, strides=2, padding="same"
        ),
        "separable_multiplier_2": separable(2, depth_multiplier=2),
        "separable_dilation_2_same": separable(
            dilation_rate=2, padding="same"
        ),
        "separable_dilation_2_strides_2": separable(
            2, dilation_rate=2, strides=2, padding="same"
        ),
        "separable_no_bias": separable(use_bias=False, activation="tanh"),
    }
