package io.rhyton.data;

/** Inputs kept as floats. */
final class FloatSamples implements Samples {
  private final float[] values;
  private final double scale;
  private final double offset;

  private FloatSamples(float[] values, double scale, double offset) {
    this.values = values;
    this.scale = scale;
    this.offset = offset;
  }

  static FloatSamples of(float[] values) {
    return new FloatSamples(values, 1, 0);
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void copy(int from, int count, float[] into, int at) {
    if (scale == 1 && offset == 0) {
      System.arraycopy(values, from, into, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      into[at + i] = (float) (values[from + i] * scale + offset);
    }
  }

  @Override
  public int firstNotFinite(int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!Float.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new FloatSamples(values, this.scale * scale, this.offset * scale + offset);
  }
}
