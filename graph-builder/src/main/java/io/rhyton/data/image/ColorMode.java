package io.rhyton.data.image;

/** The channels of decoded images, with Keras's names. */
public enum ColorMode {
  /** One channel, the luminance. */
  GRAYSCALE(1),
  /** Red, green and blue. */
  RGB(3),
  /** Red, green, blue and alpha; not supported for JPEG. */
  RGBA(4);

  private final int channels;

  ColorMode(int channels) {
    this.channels = channels;
  }

  /** The number of channels. */
  public int channels() {
    return channels;
  }
}
