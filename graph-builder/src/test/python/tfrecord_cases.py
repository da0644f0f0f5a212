"""Writes a file of examples that the Java tests read.

    python tfrecord_cases.py

It writes ../resources/golden/examples.tfrecord.
"""

from pathlib import Path

import tensorflow as tf

FILE = Path(__file__).parent.parent / "resources" / "golden" / "examples.tfrecord"


def feature(**kind) -> tf.train.Feature:
    return tf.train.Feature(**kind)


def floats(*values: float) -> tf.train.Feature:
    return feature(float_list=tf.train.FloatList(value=values))


def ints(*values: int) -> tf.train.Feature:
    return feature(int64_list=tf.train.Int64List(value=values))


def strings(*values: bytes) -> tf.train.Feature:
    return feature(bytes_list=tf.train.BytesList(value=values))


def main() -> None:
    examples = [
        {
            "name": strings(b"rhyton", b""),
            "x": floats(1.5, -2.0, 3.25),
            "y": ints(-1, 0, 1 << 40),
        },
        {"x": floats(4, 5, 6), "y": ints(7, 8, 9)},
    ]
    with tf.io.TFRecordWriter(str(FILE)) as writer:
        for features in examples:
            example = tf.train.Example(
                features=tf.train.Features(feature=features)
            )
            writer.write(example.SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
