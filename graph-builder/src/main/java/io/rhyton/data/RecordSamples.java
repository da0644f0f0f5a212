package io.rhyton.data;

import java.util.BitSet;

/** Inputs that are read from TFRecord files when they are asked for. */
final class RecordSamples implements Samples {
  private final RecordFiles files;
  private final RecordFeature feature;
  private final BitSet notFinite;
  private final double scale;
  private final double offset;

  private RecordSamples(
      RecordFiles files, RecordFeature feature, BitSet notFinite, double scale, double offset) {
    this.files = files;
    this.feature = feature;
    this.notFinite = notFinite;
    this.scale = scale;
    this.offset = offset;
  }

  /**
   * Delivers a feature as it is.
   *
   * @param notFinite the records in which it has values that are NaN or infinite
   */
  static RecordSamples of(RecordFiles files, RecordFeature feature, BitSet notFinite) {
    return new RecordSamples(files, feature, notFinite, 1, 0);
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    float[] values = feature.values(files.where(index), files.get(index));
    for (int i = 0; i < values.length; i++) {
      into[at + i] = (float) (values[i] * scale + offset);
    }
  }

  @Override
  public int firstNotFinite(int from, int count) {
    int found = notFinite.nextSetBit(from);
    return found < from + count ? found : -1;
  }

  @Override
  public Samples rescale(double scale, double offset) {
    return new RecordSamples(
        files, feature, notFinite, this.scale * scale, this.offset * scale + offset);
  }
}
