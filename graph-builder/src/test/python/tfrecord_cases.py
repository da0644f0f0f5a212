"""Writes TFRecord files for the Java tests.

    python tfrecord_cases.py

It writes ../resources/golden/examples.tfrecord and images.tfrecord. Each image
comes with the pixels that TensorFlow decodes and resizes from it.
"""

from pathlib import Path

import tensorflow as tf

GOLDEN = Path(__file__).parent.parent / "resources" / "golden"


def feature(**kind) -> tf.train.Feature:
    return tf.train.Feature(**kind)


def floats(*values: float) -> tf.train.Feature:
    return feature(float_list=tf.train.FloatList(value=values))


def ints(*values: int) -> tf.train.Feature:
    return feature(int64_list=tf.train.Int64List(value=values))


def strings(*values: bytes) -> tf.train.Feature:
    return feature(bytes_list=tf.train.BytesList(value=values))


def write(name: str, examples: list[dict[str, tf.train.Feature]]) -> None:
    with tf.io.TFRecordWriter(str(GOLDEN / name)) as writer:
        for features in examples:
            example = tf.train.Example(
                features=tf.train.Features(feature=features)
            )
            writer.write(example.SerializeToString(deterministic=True))


def image(number: int, encoded: bytes) -> dict[str, tf.train.Feature]:
    decoded = tf.io.decode_image(encoded, channels=3, expand_animations=False)
    pixels = tf.image.resize(decoded, (5, 6))
    return {
        "image/encoded": strings(encoded),
        "image/class/label": ints(number),
        "pixels": floats(*pixels.numpy().ravel().tolist()),
    }


def main() -> None:
    write(
        "examples.tfrecord",
        [
            {
                "name": strings(b"rhyton", b""),
                "x": floats(1.5, -2.0, 3.25),
                "y": ints(-1, 0, 1 << 40),
            },
            {"x": floats(4, 5, 6), "y": ints(7, 8, 9)},
        ],
    )
    drawn = tf.constant(
        [
            [[(x * 37 + y * 11) % 256, x * 20, y * 25] for x in range(12)]
            for y in range(10)
        ],
        tf.uint8,
    )
    write(
        "images.tfrecord",
        [
            image(0, tf.io.encode_jpeg(drawn, quality=90).numpy()),
            image(1, tf.io.encode_png(drawn).numpy()),
            image(2, tf.io.encode_png(drawn[:, :7, :1]).numpy()),
        ],
    )


if __name__ == "__main__":
    main()
