"""2D convolutions."""

from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, WIDE_IMAGE, Case


def cases() -> dict[str, Case]:
    def conv(kernel, image=IMAGE, **options) -> Case:
        return image, lambda: layers.Conv2D(3, kernel, **options)

    def grouped(groups, **options) -> Case:
        return WIDE_IMAGE, lambda: layers.Conv2D(
            4, (3, 2), groups=groups, **options
        )

    return {
        "conv2d_dilation_2_valid": conv((2, 3), dilation_rate=2),
        "conv2d_dilation_2_same": conv(3, dilation_rate=2, padding="same"),
        "conv2d_dilation_3x1_same": conv(
            (2, 3), dilation_rate=(3, 1), padding="same"
        ),
        "conv2d_dilation_1x2_valid": conv(
            (3, 2), ODD_IMAGE, dilation_rate=(1, 2)
        ),
        "conv2d_dilation_5_same": conv((2, 3), dilation_rate=5, padding="same"),
        "conv2d_kernel_1_dilation_2": conv(1, dilation_rate=2, padding="same"),
        "conv2d_groups_2_valid": grouped(2),
        "conv2d_groups_2_same": grouped(2, padding="same", strides=2),
        "conv2d_groups_2_dilation_2": grouped(
            2, padding="same", dilation_rate=2
        ),
        "conv2d_groups_4_same": grouped(4, padding="same", activation="tanh"),
        "conv2d_groups_4_strides_2x1": grouped(
            4, padding="same", strides=(2, 1)
        ),
        "conv2d_groups_of_two_filters": (
            IMAGE,
            lambda: layers.Conv2D(6, 2, groups=2, use_bias=False),
        ),
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
