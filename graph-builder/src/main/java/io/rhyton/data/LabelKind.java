package io.rhyton.data;

/** The forms that labels take. */
public enum LabelKind {
  /** There are none: the data is for prediction only. */
  NONE,
  /** A whole number from 0 for each sample. */
  CLASS_NUMBERS,
  /** A row of floats for each sample: a one-hot class or values to approximate. */
  TARGETS
}
