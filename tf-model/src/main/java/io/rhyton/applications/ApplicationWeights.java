package io.rhyton.applications;

/** The weights that an application is built for, as {@code weights} in Keras. */
public enum ApplicationWeights {
  /** None: random initial weights, or those of a file. */
  NONE,
  /**
   * Those that Keras publishes, trained on ImageNet with 1,000 classes. Building checks that they
   * fit, and {@code ImageNetWeights.load} loads them.
   */
  IMAGENET
}
