package io.rhyton.golden.parity;

/** What is compared with Keras in a case, and with which tolerance. */
public enum Aspect {
  /** Outputs and losses. */
  FORWARD("forward", 1e-5),
  /** Gradients with respect to the weights and, by way of the layer in front, to the input. */
  GRADIENT("gradient", 1e-4),
  /** The weights after three steps. */
  UPDATE("update", 1e-5),
  /** The changes of weights by an optimizer, which are small compared to the weights themselves. */
  MOVEMENT("movement", 1e-4),
  /** The slot variables of an optimizer. */
  SLOTS("slots", 1e-4),
  /** The initial weights. */
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

  /** The largest difference allowed, relative to the largest of Keras's values. */
  double tolerance() {
    return tolerance;
  }
}
