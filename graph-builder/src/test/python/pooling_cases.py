"""2D pooling."""

import keras
from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, Case


def cases() -> dict[str, Case]:
    return {
        **windows("max_pooling2d", layers.MaxPooling2D),
        **windows("average_pooling2d", layers.AveragePooling2D),
    }


def windows(name: str, pooling: type[keras.Layer]) -> dict[str, Case]:
    def pool(size, image=ODD_IMAGE, **options) -> Case:
        return image, lambda: pooling(size, **options)

    return {
        f"{name}_even": pool(2, (4, 6, 3)),
        f"{name}_valid": pool(2),
        f"{name}_same": pool(2, padding="same"),
        f"{name}_2x3_valid": pool((2, 3)),
        f"{name}_overlapping_valid": pool(3, strides=2),
        f"{name}_overlapping_same": pool(3, strides=2, padding="same"),
        f"{name}_strides_1_same": pool(3, IMAGE, strides=1, padding="same"),
        f"{name}_wide_same": pool(7, IMAGE, strides=2, padding="same"),
        f"{name}_gaps_valid": pool(2, strides=3),
        f"{name}_gaps_same": pool(2, strides=3, padding="same"),
        f"{name}_2x3_strides_1x2_same": pool(
            (2, 3), strides=(1, 2), padding="same"
        ),
    }
