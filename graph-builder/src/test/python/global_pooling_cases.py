"""Global pooling of images and sequences."""

from functools import partial

from keras import layers

from layer_cases import IMAGE, SEQUENCE, Case


def cases() -> dict[str, Case]:
    poolings = {
        "global_average_pooling1d": (SEQUENCE, layers.GlobalAveragePooling1D),
        "global_average_pooling2d": (IMAGE, layers.GlobalAveragePooling2D),
        "global_max_pooling1d": (SEQUENCE, layers.GlobalMaxPooling1D),
        "global_max_pooling2d": (IMAGE, layers.GlobalMaxPooling2D),
    }
    kept = {
        f"{name}_keepdims": (shape, partial(pooling, keepdims=True))
        for name, (shape, pooling) in poolings.items()
    }
    return poolings | kept
