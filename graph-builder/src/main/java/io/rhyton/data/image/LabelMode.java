package io.rhyton.data.image;

/** The labels that a folder of images is delivered with, as Keras calls them. */
public enum LabelMode {
  /** The number of the image's class. */
  INT,
  /** A row with a 1 at the place of the image's class. */
  CATEGORICAL,
  /** 0 or 1; there must be two classes. */
  BINARY,
  /** None; images may then lie anywhere in the folder. */
  NONE
}
