"""1D convolutions."""

from keras import layers

from layer_cases import SEQUENCE, Case

LONG = (7, 3)


def cases() -> dict[str, Case]:
    def conv(kernel=3, filters=2, shape=SEQUENCE, **options) -> Case:
        return shape, lambda: layers.Conv1D(filters, kernel, **options)

    return {
        "conv1d_valid": conv(),
        "conv1d_same": conv(4, padding="same"),
        "conv1d_causal": conv(padding="causal"),
        "conv1d_kernel_1": conv(1),
        "conv1d_strides_2_valid": conv(shape=LONG, strides=2),
        "conv1d_strides_2_same": conv(strides=2, padding="same"),
        "conv1d_strides_3_causal": conv(
            shape=LONG, strides=3, padding="causal"
        ),
        "conv1d_dilation_2_valid": conv(shape=LONG, dilation_rate=2),
        "conv1d_dilation_2_same": conv(2, dilation_rate=2, padding="same"),
        "conv1d_dilation_3_causal": conv(dilation_rate=3, padding="causal"),
        "conv1d_groups_2": conv(filters=4, groups=2, padding="same"),
        "conv1d_groups_2_dilation_2": conv(
            filters=4, groups=2, dilation_rate=2, padding="causal"
        ),
        "conv1d_groups_4": conv(filters=4, groups=4, use_bias=False),
        "conv1d_relu": conv(activation="relu", padding="causal"),
    }
