package io.rhyton.data.tfrecord;

import io.rhyton.data.Fingerprint;
import io.rhyton.data.LazySamples;
import java.util.BitSet;

/**
 * Inputs that are read from TFRecord files lazily.
 *
 * @param files the files
 * @param feature the feature to read from each record
 * @param notFinite the records in which it has NaN or infinite values
 */
record RecordSamples(RecordFiles files, RecordFeature feature, BitSet notFinite)
    implements LazySamples {

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    feature.copy(files.where(index), files.get(index), into, at);
  }

  @Override
  public int firstNotFinite(int from, int count) {
    int found = notFinite.nextSetBit(from);
    return found < from + count ? found : -1;
  }

  @Override
  public void updateFingerprint(int from, int count, Fingerprint fingerprint) {
    feature.updateFingerprint(fingerprint);
    files.updateFingerprint(fingerprint.add(from).add(count));
  }
}
