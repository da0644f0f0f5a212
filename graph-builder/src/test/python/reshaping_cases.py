"""Reshaping, repeating, padding and cropping layers."""

from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, SEQUENCE, VECTOR, Case


def cases() -> dict[str, Case]:
    return {
        "flatten": (IMAGE, layers.Flatten),
        "flatten_vector": (VECTOR, layers.Flatten),
        **shapes(),
        **borders(),
        **up_samplings(),
    }


def shapes() -> dict[str, Case]:
    return {
        "reshape_image": (IMAGE, lambda: layers.Reshape((2, 10, 2))),
        "reshape_sequence": (IMAGE, lambda: layers.Reshape((5, 8))),
        "reshape_vector": (SEQUENCE, lambda: layers.Reshape((24,))),
        "reshape_rest": (SEQUENCE, lambda: layers.Reshape((3, -1, 4))),
        "reshape_all": (SEQUENCE, lambda: layers.Reshape((-1,))),
        "permute_image": (IMAGE, lambda: layers.Permute((3, 1, 2))),
        "permute_sequence": (SEQUENCE, lambda: layers.Permute((2, 1))),
        "permute_vector": (VECTOR, lambda: layers.Permute((1,))),
        "repeat_vector": (VECTOR, lambda: layers.RepeatVector(3)),
    }


def borders() -> dict[str, Case]:
    return {
        "zero_padding1d": (SEQUENCE, layers.ZeroPadding1D),
        "zero_padding1d_uneven": (
            SEQUENCE,
            lambda: layers.ZeroPadding1D((0, 2)),
        ),
        "zero_padding2d": (IMAGE, layers.ZeroPadding2D),
        "zero_padding2d_1x2": (IMAGE, lambda: layers.ZeroPadding2D((1, 2))),
        "zero_padding2d_uneven": (
            IMAGE,
            lambda: layers.ZeroPadding2D(((0, 1), (2, 0))),
        ),
        "cropping1d": (SEQUENCE, layers.Cropping1D),
        "cropping1d_uneven": (SEQUENCE, lambda: layers.Cropping1D((3, 0))),
        "cropping2d": (ODD_IMAGE, layers.Cropping2D),
        "cropping2d_1x2": (ODD_IMAGE, lambda: layers.Cropping2D((1, 2))),
        "cropping2d_uneven": (
            ODD_IMAGE,
            lambda: layers.Cropping2D(((0, 1), (3, 2))),
        ),
    }


def up_samplings() -> dict[str, Case]:
    def enlarge(size, interpolation="nearest") -> Case:
        return (2, 3, 3), lambda: layers.UpSampling2D(
            size, interpolation=interpolation
        )

    return {
        "up_sampling1d": ((3, 3), lambda: layers.UpSampling1D(3)),
        "up_sampling2d_nearest": enlarge(2),
        "up_sampling2d_1x3_nearest": enlarge((1, 3)),
        "up_sampling2d_bilinear": enlarge(2, "bilinear"),
        "up_sampling2d_3x1_bilinear": enlarge((3, 1), "bilinear"),
        "up_sampling2d_bicubic": enlarge((1, 2), "bicubic"),
        "up_sampling2d_lanczos3": enlarge((2, 1), "lanczos3"),
        "up_sampling2d_lanczos5": enlarge((1, 2), "lanczos5"),
    }
