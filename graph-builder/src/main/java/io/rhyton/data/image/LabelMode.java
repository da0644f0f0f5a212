package io.rhyton.data.image;

/** The labels of an image folder, with Keras's names. */
public enum LabelMode {
  /** Integer labels. */
  INT,
  /** One-hot labels. */
  CATEGORICAL,
  /** Labels 0 and 1; requires exactly two classes. */
  BINARY,
  /** No labels; images may then be anywhere in the folder. */
  NONE
}
