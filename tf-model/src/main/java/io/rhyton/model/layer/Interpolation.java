package io.rhyton.model.layer;

/** How values between pixels are made. */
public enum Interpolation {
  /** The value of the nearest pixel. */
  NEAREST,
  /** A mean of the four pixels around, the nearer the heavier. */
  BILINEAR
}
