package io.rhyton.examples.benchmark;

/** What belongs together in what is printed. */
enum Table {
  NETWORK("The network of rhyton train"),
  LAYERS("Networks of other layers, fit in float32"),
  AUGMENTATION("A small network that sees images mirrored, moved and turned"),
  FILES("A small network that reads images from their files");

  private final String title;

  Table(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
