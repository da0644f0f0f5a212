package io.rhyton.data;

/** Inputs kept as unsigned bytes, a quarter of the memory that floats take. */
final class ByteSamples implements Samples {
  private final byte[] values;
  private final double scale;
  private final double offset;
  private final float[] table;

  private ByteSamples(byte[] values, double scale, double offset) {
    this.values = values;
    this.scale = scale;
    this.offset = offset;
    table = new float[256];
    for (int value = 0; value < table.length; value++) {
      table[value] = (float) (value * scale + offset);
    }
  }

  /** Delivers each byte as a number from 0 to 255. */
  static ByteSamples of(byte[] values) {
    return new ByteSamples(values, 1, 0);
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void copy(int from, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = table[values[from + i] & 0xff];
    }
  }

  /** A byte is finite, and so are scale and offset. */
  @Override
  public int firstNotFinite(int from, int count) {
    return -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new ByteSamples(values, this.scale * scale, this.offset * scale + offset);
  }
}
