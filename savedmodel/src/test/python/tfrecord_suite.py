"""Prints the content of a TFRecord file that Java wrote.

    python tfrecord_suite.py FOLDER

FOLDER/examples.tfrecord has examples with one byte string "pixels", two floats
"place" and one integer "kind"; each is printed as a line of numbers.
"""

import os
import sys
from pathlib import Path

from suite import PACKAGE_MISSING, PACKAGES, missing, standard_output


def main(folder: Path) -> int:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with standard_output() as lines:
        if missing(PACKAGES):
            return PACKAGE_MISSING
        import tensorflow as tf

        features = {
            "pixels": tf.io.FixedLenFeature([], tf.string),
            "place": tf.io.FixedLenFeature([2], tf.float32),
            "kind": tf.io.FixedLenFeature([], tf.int64),
        }
        records = tf.data.TFRecordDataset(str(folder / "examples.tfrecord"))
        for record in records:
            example = tf.io.parse_single_example(record, features)
            pixels = tf.io.decode_raw(example["pixels"], tf.uint8)
            numbers = [
                *pixels.numpy().tolist(),
                *example["place"].numpy().tolist(),
                int(example["kind"]),
            ]
            print(*numbers, file=lines, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
