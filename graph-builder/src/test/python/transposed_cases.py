"""Transposed convolutions."""

from keras import layers

from layer_cases import Case

SMALL = (3, 2, 3)


def cases() -> dict[str, Case]:
    def conv(kernel=3, **options) -> Case:
        return SMALL, lambda: layers.Conv2DTranspose(2, kernel, **options)

    return {
        "conv2d_transpose_valid": conv(),
        "conv2d_transpose_same": conv((2, 3), padding="same"),
        "conv2d_transpose_strides_2_valid": conv(strides=2),
        "conv2d_transpose_strides_2_same": conv(strides=2, padding="same"),
        "conv2d_transpose_strides_2x1_same": conv(
            (2, 3), strides=(2, 1), padding="same"
        ),
        "conv2d_transpose_strides_3_of_kernel_2": conv(2, strides=3),
        "conv2d_transpose_strides_3_of_kernel_2_same": conv(
            2, strides=3, padding="same"
        ),
        "conv2d_transpose_dilation_2_valid": conv(dilation_rate=2),
        "conv2d_transpose_dilation_2x3_same": conv(
            (3, 2), dilation_rate=(2, 3), padding="same"
        ),
        "conv2d_transpose_dilation_1x2_valid": conv(
            (2, 3), dilation_rate=(1, 2)
        ),
        "conv2d_transpose_no_bias": conv(use_bias=False),
        "conv2d_transpose_relu": conv(
            2, strides=2, padding="same", activation="relu"
        ),
        "conv2d_transpose_output_padding_valid": conv(
            strides=2, output_padding=1
        ),
        "conv2d_transpose_output_padding_0_same": conv(
            strides=2, output_padding=0, padding="same"
        ),
        "conv2d_transpose_output_padding_1x2_same": conv(
            2, strides=(2, 3), output_padding=(1, 2), padding="same"
        ),
    }
