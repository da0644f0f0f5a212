package io.rhyton.data;

/** A subset of data split for training and validation. */
public enum Subset {
  /** The training data. */
  TRAINING,
  /** The data held out for validation. */
  VALIDATION
}
