"""1D pooling."""

import keras
from keras import layers

from layer_cases import Case

LONG = (7, 2)


def cases() -> dict[str, Case]:
    return {
        **windows("max_pooling1d", layers.MaxPooling1D),
        **windows("average_pooling1d", layers.AveragePooling1D),
    }


def windows(name: str, pooling: type[keras.Layer]) -> dict[str, Case]:
    def pool(size, **options) -> Case:
        return LONG, lambda: pooling(size, **options)

    return {
        f"{name}_valid": pool(2),
        f"{name}_same": pool(2, padding="same"),
        f"{name}_overlapping_valid": pool(3, strides=2),
        f"{name}_strides_1_same": pool(3, strides=1, padding="same"),
        f"{name}_gaps_same": pool(2, strides=3, padding="same"),
        f"{name}_wide_same": pool(9, strides=2, padding="same"),
    }
