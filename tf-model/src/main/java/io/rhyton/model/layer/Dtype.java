package io.rhyton.model.layer;

/**
 * The type of a model's input values in Keras. Rhyton always takes floats; where integers are
 * expected, they must have integral values.
 */
public enum Dtype {
  /** 32-bit floating point */
  FLOAT32,
  /** 32-bit integers */
  INT32,
  /** 64-bit integers */
  INT64
}
