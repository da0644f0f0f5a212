package io.rhyton.examples.benchmark;

import java.util.Locale;

/** A task of a worker process, and the result that it prints. */
enum Task {
  /** Prints the versions of the libraries and the language. */
  VERSIONS,
  /** Trains in float32; images per second. */
  FIT,
  /** Trains in bfloat16; images per second. */
  FIT_BFLOAT16,
  /** Trains in float32; seconds per epoch of 40,000 images. */
  EPOCH,
  /** Saves a checkpoint and a backup after each epoch; seconds per epoch. */
  SAVE,
  /** Trains the network with batch normalization; images per second. */
  FIT_BATCHNORM,
  /** Trains ResNet-20; images per second. */
  FIT_RESNET20,
  /** Trains a network of depthwise convolutions; images per second. */
  FIT_DEPTHWISE,
  /** Trains a network of separable convolutions; images per second. */
  FIT_SEPARABLE,
  /** Trains a network of transposed convolutions; images per second. */
  FIT_TRANSPOSED,
  /** Trains a network of dilated convolutions; images per second. */
  FIT_DILATED,
  /** Trains a network of grouped convolutions; images per second. */
  FIT_GROUPED,
  /** Trains a small network with random augmentation of its images; images per second. */
  FIT_AUGMENTED,
  /** The same with preprocessing layers in a tf.data pipeline; Keras only. */
  FIT_AUGMENTED_IN_DATA,
  /** The same with an ImageDataGenerator; Keras only. */
  FIT_AUGMENTED_BY_GENERATOR,
  /** Trains in float32 on streamed images; images per second. */
  FIT_STREAM,
  /** Trains a small network on a folder of JPEGs, resized on the fly; images per second. */
  FIT_FOLDER,
  /** Runs the bare training step on one batch that stays in memory; images per second. */
  LOOP,
  /** Runs one training step; the caller measures the time. */
  FIRST_STEP,
  /** Predicts one image; milliseconds. */
  PREDICT,
  /** Loads many images and trains on them; peak memory in MiB. */
  MEMORY,
  /** Writes a {@code .keras} file with 25 million parameters; seconds. */
  WRITE_FILE,
  /** Reads such a file into a model that is ready to predict; seconds. */
  READ_FILE,
  /** Writes the files of the applications; Keras only. */
  WRITE_APPLICATIONS,
  /** Opens DenseNet121 and predicts one image; the caller measures the time. */
  OPEN_DENSENET121,
  /** Opens NASNetMobile and predicts one image; the caller measures the time. */
  OPEN_NASNET_MOBILE,
  /**
   * Opens MobileNetV2 with the state of its optimizer and trains one step; the caller measures the
   * time.
   */
  RESUME_MOBILENET_V2,
  /**
   * Unfreezes MobileNetV2, of which only the last layer was trained, and trains one step; seconds.
   */
  UNFREEZE_MOBILENET_V2;

  /** Returns the name on the command line of a worker. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
