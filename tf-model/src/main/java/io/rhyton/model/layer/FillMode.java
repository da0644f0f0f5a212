package io.rhyton.model.layer;

/** What is seen outside an image whose pixels in a row are {@code a b c d}. */
public enum FillMode {
  /** One value: {@code k k k k | a b c d | k k k k}. */
  CONSTANT,
  /** The nearest pixel: {@code a a a a | a b c d | d d d d}. */
  NEAREST,
  /** The image in a mirror: {@code d c b a | a b c d | d c b a}. */
  REFLECT,
  /** The image again: {@code a b c d | a b c d | a b c d}. */
  WRAP
}
