package io.rhyton.examples.benchmark;

import java.util.Locale;

/** What a worker process does and reports. */
enum Task {
  /** Names the versions of what it runs on. */
  VERSIONS,
  /** Trains in float32; images a second. */
  FIT,
  /** Trains in bfloat16; images a second. */
  FIT_BFLOAT16,
  /** Trains in float32; seconds that an epoch of 40,000 images takes. */
  EPOCH,
  /** Saves model and training at the end of an epoch; seconds. */
  SAVE,
  /** Trains the network with batch normalisation; images a second. */
  FIT_BATCHNORM,
  /** Trains ResNet-20; images a second. */
  FIT_RESNET20,
  /** Trains a network of depthwise convolutions; images a second. */
  FIT_DEPTHWISE,
  /** Trains a network of separable convolutions; images a second. */
  FIT_SEPARABLE,
  /** Trains a network of transposed convolutions; images a second. */
  FIT_TRANSPOSED,
  /** Trains a network of dilated convolutions; images a second. */
  FIT_DILATED,
  /** Trains a network of convolutions in groups; images a second. */
  FIT_GROUPED,
  /** Trains a small network on images that are changed at random; images a second. */
  FIT_CHANGED,
  /** The same by layers before the network, ahead of it; Keras alone. */
  FIT_CHANGED_IN_DATA,
  /** The same by an ImageDataGenerator; Keras alone. */
  FIT_CHANGED_BY_GENERATOR,
  /** Trains in float32 on images that come as a stream; images a second. */
  FIT_STREAM,
  /** Trains a small network on a folder of JPEGs that are resized; images a second. */
  FIT_FOLDER,
  /** Runs the training step alone, on one batch that stays in place; images a second. */
  LOOP,
  /** Trains one step; the time is taken outside. */
  FIRST_STEP,
  /** Predicts one image; milliseconds. */
  PREDICT,
  /** Loads many images and trains on them; the most memory ever held, in MiB. */
  MEMORY,
  /** Writes a {@code .keras} file with 25 million parameters; seconds. */
  WRITE_FILE,
  /** Reads such a file into a model that predicts; seconds. */
  READ_FILE;

  /** The name on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
