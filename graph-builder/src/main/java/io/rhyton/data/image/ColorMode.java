package io.rhyton.data.image;

/** The channels that images are delivered with, as Keras calls them. */
public enum ColorMode {
  /** One channel, the brightness. */
  GRAYSCALE(1),
  /** Red, green and blue. */
  RGB(3),
  /** Red, green, blue and opacity; no JPEG has it. */
  RGBA(4);

  private final int channels;

  ColorMode(int channels) {
    this.channels = channels;
  }

  /** The values a pixel. */
  public int channels() {
    return channels;
  }
}
