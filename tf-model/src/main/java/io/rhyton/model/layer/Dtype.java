package io.rhyton.model.layer;

/**
 * The type of the values that enter a model in Keras. Rhyton is fed floats whichever it is; where
 * whole numbers are expected, those must be whole.
 */
public enum Dtype {
  /** numbers of 32 bits with a point */
  FLOAT32,
  /** whole numbers of 32 bits */
  INT32,
  /** whole numbers of 64 bits */
  INT64
}
