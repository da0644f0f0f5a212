package io.rhyton.data;

/** The form of labels. */
public enum LabelKind {
  /** No labels: the data is for prediction only. */
  NONE,
  /** Integer labels: class indices from 0. */
  CLASS_INDICES,
  /** Rows of floats: one-hot labels or regression targets. */
  TARGETS
}
