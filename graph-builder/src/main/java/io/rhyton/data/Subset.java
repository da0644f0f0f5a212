package io.rhyton.data;

/** A part of data that is split in two. */
public enum Subset {
  /** What is trained on. */
  TRAINING,
  /** What is held back to validate on. */
  VALIDATION
}
