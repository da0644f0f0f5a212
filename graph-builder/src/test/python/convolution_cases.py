"""Convolutions."""

from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, Case


def cases() -> dict[str, Case]:
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
