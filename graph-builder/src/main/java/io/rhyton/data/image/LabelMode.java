package io.rhyton.data.image;

/** The labels of an image folder, with Keras's names. */
public enum LabelMode {
  /** Integer labels, {@link io.rhyton.data.LabelKind#CLASS_INDICES}. */
  INT,
  /** One-hot labels, {@link io.rhyton.data.LabelKind#TARGETS}. */
  CATEGORICAL,
  /** Integer labels of exactly two classes, {@link io.rhyton.data.LabelKind#CLASS_INDICES}. */
  BINARY,
  /** No labels; images may then be in any subfolder. */
  NONE
}
