package io.rhyton.data;

import java.util.function.Function;

/** Inputs stored as unsigned bytes, in a quarter of the memory of floats. */
final class ByteSamples implements Samples {
  private final int width;
  private final byte[] values;
  private final double scale;
  private final double offset;
  private final float[] table;

  private ByteSamples(int width, byte[] values, double scale, double offset) {
    this.width = width;
    this.values = values;
    this.scale = scale;
    this.offset = offset;
    table = new float[256];
    for (int value = 0; value < table.length; value++) {
      table[value] = (float) (value * scale + offset);
    }
  }

  /** Samples of {@code width} bytes, each read as a float from 0 to 255. */
  static ByteSamples of(int width, byte[] values) {
    return new ByteSamples(width, values, 1, 0);
  }

  @Override
  public int size() {
    return values.length / width;
  }

  @Override
  public void copy(int index, float[] into, int at) {
    int from = index * width;
    for (int i = 0; i < width; i++) {
      into[at + i] = table[values[from + i] & 0xff];
    }
  }

  /** Bytes, scale and offset are always finite. */
  @Override
  public int firstNotFinite(int from, int count) {
    return -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new ByteSamples(width, values, this.scale * scale, this.offset * scale + offset);
  }

  @Override
  public Samples replaceLazy(Function<LazySamples, Samples> cache) {
    return this;
  }
}
