"""Results of image_dataset_from_directory for folders of images."""

import base64
import struct
import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

def smooth(height: int, width: int, channels: int) -> np.ndarray:
    """Smooth colors: JPEG compression would destroy noise."""
    seed = height * 100 + width
    coarse = np.random.RandomState(seed).randint(0, 256, (3, 3, channels))
    image = tf.image.resize(coarse, (height, width), method="bilinear")
    return np.asarray(image).astype("uint8")


def jpeg(height: int, width: int, channels: int = 3) -> bytes:
    return tf.io.encode_jpeg(smooth(height, width, channels), quality=92).numpy()


def png(height: int, width: int, channels: int = 3) -> bytes:
    return tf.io.encode_png(smooth(height, width, channels)).numpy()


def bmp(height: int, width: int) -> bytes:
    rows = smooth(height, width, 3)[::-1, :, ::-1]
    padding = bytes(-width * 3 % 4)
    pixels = b"".join(row.tobytes() + padding for row in rows)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, *[0] * 6)
    start = 14 + len(header)
    head = struct.pack("<2sIHHI", b"BM", start + len(pixels), 0, 0, start)
    return head + header + pixels


def gif(height: int, width: int) -> bytes:
    """Two frames with eight colors."""
    colors = np.random.RandomState(3).randint(0, 256, 24).astype("uint8")
    head = struct.pack("<6sHHBBB", b"GIF89a", width, height, 0xF2, 0, 0)
    first = np.arange(height * width) % 8
    return (
        head
        + colors.tobytes()
        + b"".join(gif_frame(height, width, p) for p in (first, 7 - first))
        + b";"
    )


def gif_frame(height: int, width: int, pixels: np.ndarray) -> bytes:
    """One code per pixel; the code table is cleared before it can grow."""
    bits, count = 0, 0
    for i, pixel in enumerate([*pixels, None]):
        codes = ([8] if i % 6 == 0 else []) + [9 if pixel is None else pixel]
        for code in codes:
            bits |= int(code) << count
            count += 4
    data = bits.to_bytes((count + 7) // 8, "little")
    control = struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 4, 10, 0, 0)
    frame = struct.pack("<BHHHHB", 0x2C, 0, 0, width, height, 0)
    return control + frame + bytes([3, len(data)]) + data + b"\0"


def files() -> dict[str, bytes]:
    return {
        "pets/cats/one.jpg": jpeg(5, 7),
        "pets/cats/TWO.PNG": png(4, 3),
        "pets/cats/young-ones/three.jpeg": jpeg(6, 6, 1),
        "pets/cats/young/four.bmp": bmp(4, 5),
        "pets/cats/young/.hidden.png": png(2, 2, 1),
        "pets/dogs/five.gif": gif(4, 6),
        "pets/dogs/six.png": png(6, 4, 4),
        "pets/dogs/seven.jpg": jpeg(3, 8),
        "pets/dogs/text.txt": b"no image",
        "pets/.trash/eight.jpg": jpeg(2, 2),
        "pets/Ant/nine.jpg": jpeg(4, 4),
        "opaque/png/four.png": png(4, 4, 4),
        "opaque/png/three.png": png(4, 4, 3),
        "scene/wide.jpg": jpeg(9, 14),
        "scene/high.png": png(7, 3),
        "scene/small.png": png(3, 2),
    }


def cases() -> dict[str, dict]:
    def pets(**options) -> dict:
        return {"folder": "pets", "image_size": (3, 4), **options}

    def scene(**options) -> dict:
        return {
            "folder": "scene",
            "image_size": (4, 5),
            "label_mode": None,
            **options,
        }

    methods = "bilinear nearest bicubic area"
    methods += " lanczos3 lanczos5 gaussian mitchellcubic"
    return {
        "int": pets(),
        "categorical": pets(label_mode="categorical"),
        "binary": pets(label_mode="binary", class_names=["dogs", "cats"]),
        "unlabeled": pets(label_mode=None),
        "rgba": {
            "folder": "opaque",
            "image_size": (2, 3),
            "color_mode": "rgba",
        },
        "grayscale": scene(color_mode="grayscale", image_size=(3, 3)),
        **{m: scene(interpolation=m) for m in methods.split()},
        "crop": scene(crop_to_aspect_ratio=True),
        "crop_bicubic": scene(
            crop_to_aspect_ratio=True, interpolation="bicubic"
        ),
        "crop_lanczos3": scene(
            crop_to_aspect_ratio=True, interpolation="lanczos3"
        ),
        "pad": scene(pad_to_aspect_ratio=True),
        "pad_nearest": scene(
            pad_to_aspect_ratio=True, interpolation="nearest"
        ),
        "pad_gaussian": scene(
            pad_to_aspect_ratio=True, interpolation="gaussian"
        ),
    }


def orders() -> dict[str, dict]:
    return {
        "seed": {"seed": 7},
        "training": {"seed": 5, "validation_split": 0.3, "subset": "training"},
        "validation": {
            "seed": 5,
            "validation_split": 0.3,
            "subset": "validation",
        },
        "large_seed": {"seed": 2**32 - 1},
    }


def record_all() -> dict:
    content = files()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in content.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data)
        return {
            "files": {
                name: base64.b64encode(data).decode()
                for name, data in content.items()
            },
            "cases": {
                name: record(root, **case) for name, case in cases().items()
            },
            "orders": {
                name: {"options": order, "files": record_order(root, order)}
                for name, order in orders().items()
            },
        }


def record(root: Path, folder: str, **options) -> dict:
    data = keras.utils.image_dataset_from_directory(
        root / folder, batch_size=None, shuffle=False, verbose=False, **options
    )
    samples = list(data.as_numpy_iterator())
    labeled = options.get("label_mode", "int") is not None
    images = [s[0] for s in samples] if labeled else samples
    recorded = {
        "folder": folder,
        "options": options,
        "files": names(root / folder, data),
        "images": np.stack(images).astype("float32"),
    }
    if labeled:
        recorded["class_names"] = data.class_names
        labels = np.stack([s[1] for s in samples]).astype("float32")
        recorded["labels"] = labels.reshape(len(labels), -1)
    return recorded


def record_order(root: Path, options: dict) -> list[str]:
    data = keras.utils.image_dataset_from_directory(
        root / "pets", image_size=(3, 4), verbose=False, **options
    )
    return names(root / "pets", data)


def names(folder: Path, data) -> list[str]:
    return [Path(p).relative_to(folder).as_posix() for p in data.file_paths]
