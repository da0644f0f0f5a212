"""Resizing and cropping of images."""

from keras import layers

from layer_cases import IMAGE, ODD_IMAGE, Case


def cases() -> dict[str, Case]:
    return {
        **interpolations(),
        **proportions(),
        "center_crop": (ODD_IMAGE, lambda: layers.CenterCrop(2, 5)),
        "center_crop_odd": (ODD_IMAGE, lambda: layers.CenterCrop(4, 4)),
        "center_crop_too_high": (ODD_IMAGE, lambda: layers.CenterCrop(6, 3)),
        "center_crop_too_wide": (IMAGE, lambda: layers.CenterCrop(2, 6)),
    }


def interpolations() -> dict[str, Case]:
    def resize(height, width, interpolation, **options) -> Case:
        return IMAGE, lambda: layers.Resizing(
            height, width, interpolation=interpolation, **options
        )

    return {
        "resizing": (IMAGE, lambda: layers.Resizing(3, 7)),
        "resizing_nearest": resize(7, 3, "nearest"),
        "resizing_bicubic": resize(6, 3, "bicubic"),
        "resizing_lanczos3": resize(3, 7, "lanczos3"),
        "resizing_lanczos5": resize(7, 4, "lanczos5"),
        "resizing_nearest_antialias": resize(2, 3, "nearest", antialias=True),
        "resizing_bilinear_antialias": resize(2, 3, "bilinear", antialias=True),
        "resizing_bicubic_antialias": resize(2, 7, "bicubic", antialias=True),
        "resizing_lanczos3_antialias": resize(3, 3, "lanczos3", antialias=True),
        "resizing_same_size": resize(4, 5, "lanczos3"),
    }


def proportions() -> dict[str, Case]:
    crop = {"crop_to_aspect_ratio": True}
    pad = {"pad_to_aspect_ratio": True, "fill_value": 0.5}

    def resize(height, width, **options) -> Case:
        return IMAGE, lambda: layers.Resizing(height, width, **options)

    return {
        "resizing_crop_width": resize(4, 2, **crop),
        "resizing_crop_height": resize(2, 6, interpolation="bicubic", **crop),
        "resizing_pad_width": resize(3, 6, **pad),
        "resizing_pad_height": resize(6, 3, interpolation="nearest", **pad),
        "resizing_pad_odd": resize(5, 5, pad_to_aspect_ratio=True),
    }
