package io.rhyton.data;

import io.rhyton.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Caches samples that are not in memory, so that each is read only once. */
final class SampleCache {
  /** The number of samples to pack at once per CPU: enough to keep it busy with little memory. */
  private static final int SAMPLES_AT_ONCE = 8;

  /** An input to cache: a range of the samples. */
  private record Input(LazySamples samples, int width, int first) {
    byte[] packed(int sample) {
      float[] values = new float[width];
      samples.copy(first + sample, values, 0);
      return PackedSample.pack(values, 0, width);
    }
  }

  private final List<Input> inputs = new ArrayList<>();
  private final int samples;

  private SampleCache(Columns columns) {
    samples = columns.size();
    for (InputColumn column : columns.inputs()) {
      column
          .samples()
          .replaceLazy(
              lazy -> {
                inputs.add(new Input(lazy, column.width(), column.start()));
                return column.samples();
              });
    }
  }

  /** Caches inputs in memory, each sample when it is first read. */
  static Columns inMemory(Columns columns) {
    return columns.inputs(
        columns.inputs().stream()
            .map(
                column ->
                    column.replaceLazy(
                        lazy ->
                            new MemorySamples(
                                lazy, column.width(), column.start(), columns.size())))
            .toList());
  }

  /**
   * Caches inputs in a file, which is written immediately if it does not exist.
   *
   * @throws DataException if it cannot be written, is not a cache, was written for other data, or
   *     is corrupt
   */
  static Columns onDisk(Columns columns, Path path) {
    SampleCache cache = new SampleCache(columns);
    if (cache.inputs.isEmpty()) {
      return columns;
    }
    SampleFile file = cache.file(path);
    List<InputColumn> kept = new ArrayList<>();
    int[] next = {0};
    for (InputColumn column : columns.inputs()) {
      kept.add(
          column.replaceLazy(
              lazy ->
                  new LazyInput(
                      new FileSamples(file, next[0]++, lazy, column.start()), column.width())));
    }
    return columns.inputs(kept);
  }

  private SampleFile file(Path path) {
    byte[] fingerprint = fingerprint();
    if (!Files.exists(path)) {
      try {
        WholeFile.write(path, out -> write(out, fingerprint));
      } catch (IOException e) {
        throw new DataException(
            SampleFile.where(path),
            "a writable file",
            Objects.requireNonNullElse(e.getCause(), e).toString(),
            "Choose another path.",
            e);
      }
    }
    int[] widths = inputs.stream().mapToInt(Input::width).toArray();
    return SampleFile.open(path, fingerprint, widths, samples);
  }

  private byte[] fingerprint() {
    Fingerprint fingerprint = new Fingerprint().add(samples);
    for (Input input : inputs) {
      fingerprint.add(input.width);
      input.samples.updateFingerprint(input.first, samples, fingerprint);
    }
    return fingerprint.bytes();
  }

  private void write(OutputStream out, byte[] fingerprint) throws IOException {
    out.write(SampleFile.head(fingerprint));
    long[] ends = new long[Math.multiplyExact(samples, inputs.size())];
    int[] checksums = new int[ends.length];
    long end = SampleFile.HEAD;
    int entry = 0;
    int most = SAMPLES_AT_ONCE * Runtime.getRuntime().availableProcessors();
    for (int from = 0; from < samples; from += most) {
      for (byte[] packed : packed(from, Math.min(from + most, samples))) {
        out.write(packed);
        end += packed.length;
        ends[entry] = end;
        checksums[entry++] = SampleFile.checksum(packed, packed.length);
      }
    }
    out.write(SampleFile.index(ends, checksums));
  }

  /** Rethrows the exception of the first sample that could not be read. */
  private List<byte[]> packed(int from, int to) {
    byte[][] packed = new byte[(to - from) * inputs.size()][];
    @Nullable RuntimeException[] failures = new RuntimeException[packed.length];
    IntStream.range(0, packed.length)
        .parallel()
        .forEach(
            i -> {
              try {
                packed[i] = inputs.get(i % inputs.size()).packed(from + i / inputs.size());
              } catch (RuntimeException e) {
                failures[i] = e;
              }
            });
    for (RuntimeException failure : failures) {
      if (failure != null) {
        throw failure;
      }
    }
    return Arrays.asList(packed);
  }
}
