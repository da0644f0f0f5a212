package io.rhyton.data;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Samples that behave as if read from files, and count how often each is read. */
public final class CountedReads implements LazySamples {
  private final Dataset data;
  private final AtomicIntegerArray reads;

  private CountedReads(Dataset data) {
    this.data = data;
    this.reads = new AtomicIntegerArray(data.size());
  }

  /** Counts the reads of samples with one input. */
  public static CountedReads of(Dataset data) {
    return new CountedReads(data);
  }

  /** The samples, and their labels. */
  public Dataset dataset() {
    Dataset input = Dataset.samples(data.input().shape(), this);
    return data.labels().isEmpty() ? input : Dataset.zip(input, Dataset.ofColumns(data.labels()));
  }

  /** The number of reads of each sample. */
  public int[] reads() {
    return IntStream.range(0, reads.length()).map(reads::get).toArray();
  }

  @Override
  public int size() {
    return data.size();
  }

  @Override
  public void copy(int index, float[] into, int at) {
    reads.incrementAndGet(index);
    data.input().copy(index, into, at);
  }

  /** Finite, like images. */
  @Override
  public int firstNotFinite(int from, int count) {
    return -1;
  }

  @Override
  public void updateFingerprint(int from, int count, Fingerprint fingerprint) {
    fingerprint.add("counted").add(from).add(count);
  }
}
