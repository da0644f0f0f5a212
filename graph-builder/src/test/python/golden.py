"""Computes the golden values for the Java tests.

Run it with Python 3.11 in a virtual environment; it takes a minute:

    pip install keras==3.15.1 tensorflow-cpu==2.21.0 scipy==1.16.3 pillow==13.0.0
    python golden.py
    python golden.py losses layers/pooling     # only these files

It writes ../resources/golden/keras-<version>, including versions.json. Values
are computed in float32 on the CPU with oneDNN: without it, TensorFlow's gradient
of average pooling is wrong for a window larger than the image, and it cannot
compute a transposed convolution with a dilation. Values of older versions are
kept.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "1"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# The width that model.summary() assumes when there is no terminal.
os.environ["COLUMNS"] = "80"

import platform
import sys
from functools import partial
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

import accuracy_cases
import activation_cases
import application_cases
import attention_cases
import augmentation_cases
import callback_cases
import constraint_cases
import convolution1d_cases
import convolution_cases
import core_cases
import crossentropy_cases
import dense_cases
import depthwise_cases
import embedding_cases
import global_pooling_cases
import graph_cases
import image_folder_cases
import image_generator_cases
import initializer_cases
import loss_cases
import merging_cases
import metric_cases
import normalization_cases
import operation_cases
import optimizer_cases
import penalty_cases
import pooling1d_cases
import pooling_cases
import precision_cases
import preprocessing_cases
import recurrent_cases
import regularization_cases
import reshaping_cases
import resizing_cases
import several_cases
import text_cases
import training_cases
import transfer_cases
import transposed_cases
import weighted_cases
from golden_json import write
from layer_cases import record_cases

LAYERS = {
    "activation": activation_cases,
    "application": application_cases,
    "attention": attention_cases,
    "augmentation": augmentation_cases,
    "convolution": convolution_cases,
    "convolution1d": convolution1d_cases,
    "core": core_cases,
    "dense": dense_cases,
    "depthwise": depthwise_cases,
    "embedding": embedding_cases,
    "global_pooling": global_pooling_cases,
    "merging": merging_cases,
    "normalization": normalization_cases,
    "penalty": penalty_cases,
    "pooling": pooling_cases,
    "pooling1d": pooling1d_cases,
    "preprocessing": preprocessing_cases,
    "recurrent": recurrent_cases,
    "regularization": regularization_cases,
    "reshaping": reshaping_cases,
    "resizing": resizing_cases,
    "transposed": transposed_cases,
}

RESOURCES = Path(__file__).parent.parent / "resources" / "golden"


def versions() -> dict[str, str]:
    return {
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
    }


def main() -> None:
    tf.get_logger().setLevel("ERROR")
    folder = RESOURCES / f"keras-{keras.__version__}"
    parts = {
        "versions": versions,
        "accuracies": accuracy_cases.record_all,
        "activations": activation_cases.record_hard,
        "callbacks": callback_cases.record_all,
        "constraints": constraint_cases.record_all,
        "crossentropies": crossentropy_cases.record_all,
        "defaults": text_cases.record_defaults,
        "dropout": training_cases.record_dropout,
        "fit": training_cases.record_fits,
        "graphs": graph_cases.record_all,
        "image_folders": image_folder_cases.record_all,
        "image_generator": image_generator_cases.record_all,
        "logits": activation_cases.record_logits,
        "initializers": initializer_cases.record_all,
        "losses": loss_cases.record_all,
        "metrics": metric_cases.record_all,
        "operations": operation_cases.record_all,
        "optimizers": optimizer_cases.record_all,
        "precision": precision_cases.record_all,
        "several": several_cases.record_all,
        "summaries": text_cases.record_summaries,
        "transfer": transfer_cases.record_all,
        "weighted": weighted_cases.record_all,
    }
    for family, module in LAYERS.items():
        parts[f"layers/{family}"] = partial(record_cases, module.cases())
    for name in sys.argv[1:] or parts:
        write(folder / f"{name}.json", parts[name]())


if __name__ == "__main__":
    main()
