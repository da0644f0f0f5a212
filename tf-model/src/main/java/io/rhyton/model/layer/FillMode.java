package io.rhyton.model.layer;

/** How points outside an image are filled, shown for a row of pixels {@code a b c d}. */
public enum FillMode {
  /** With a constant value: {@code k k k k | a b c d | k k k k}. */
  CONSTANT,
  /** With the nearest pixel: {@code a a a a | a b c d | d d d d}. */
  NEAREST,
  /** By reflection at the edge: {@code d c b a | a b c d | d c b a}. */
  REFLECT,
  /** By wrapping around: {@code a b c d | a b c d | a b c d}. */
  WRAP
}
