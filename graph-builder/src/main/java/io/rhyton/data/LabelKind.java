package io.rhyton.data;

/** The kind of labels. */
public enum LabelKind {
  /** Integer labels: class indices from 0. */
  CLASS_INDICES,
  /** Floats: one-hot labels or regression targets. */
  TARGETS
}
