package io.rhyton.examples.benchmark;

/** A table of the printed results. */
enum Table {
  NETWORK("The network of rhyton train"),
  LAYERS("Networks with other layers, trained in float32"),
  AUGMENTATION("A small network with random flips, shifts and rotations of its images"),
  FILES("A small network trained on image files"),
  APPLICATIONS("Files of keras.applications");

  private final String title;

  Table(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
