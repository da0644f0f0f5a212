package io.rhyton.golden;

/** What of a case is held against Keras's numbers, and how far from them it may be. */
enum Aspect {
  /** Outputs and losses. */
  FORWARD("forward", 1e-5),
  /** Gradients with respect to the weights, and through the layer in front to the input. */
  GRADIENT("gradient", 1e-4),
  /** The weights after three steps. */
  UPDATE("update", 1e-5),
  /** How far an optimizer moved the weights, which is little beside the weights themselves. */
  MOVEMENT("movement", 1e-4),
  /** What an optimizer keeps. */
  SLOTS("slots", 1e-4),
  /** The weights at the start. */
  START("start", 1e-6);

  private final String title;
  private final double tolerance;

  Aspect(String title, double tolerance) {
    this.title = title;
    this.tolerance = tolerance;
  }

  String title() {
    return title;
  }

  /** Of the largest of Keras's numbers. */
  double tolerance() {
    return tolerance;
  }
}
