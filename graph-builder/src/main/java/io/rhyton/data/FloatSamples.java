package io.rhyton.data;

import java.util.function.Function;

/** Inputs stored as floats. */
final class FloatSamples implements Samples {
  private final int width;
  private final float[] values;
  private final double scale;
  private final double offset;

  private FloatSamples(int width, float[] values, double scale, double offset) {
    this.width = width;
    this.values = values;
    this.scale = scale;
    this.offset = offset;
  }

  /** Samples of {@code width} values, without rescaling. */
  static FloatSamples of(int width, float[] values) {
    return new FloatSamples(width, values, 1, 0);
  }

  @Override
  public int size() {
    return values.length / width;
  }

  @Override
  public void copy(int index, float[] into, int at) {
    int from = index * width;
    if (scale == 1 && offset == 0) {
      System.arraycopy(values, from, into, at, width);
      return;
    }
    for (int i = 0; i < width; i++) {
      into[at + i] = (float) (values[from + i] * scale + offset);
    }
  }

  @Override
  public int firstNotFinite(int from, int count) {
    for (int i = from * width; i < (from + count) * width; i++) {
      if (!Float.isFinite(values[i])) {
        return i / width;
      }
    }
    return -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new FloatSamples(width, values, this.scale * scale, this.offset * scale + offset);
  }

  @Override
  public Samples replaceLazy(Function<LazySamples, Samples> cache) {
    return this;
  }
}
