package io.rhyton.data;

import io.rhyton.file.RegularFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A cache file with random access for several threads: a header with the fingerprint of the data,
 * the {@linkplain PackedSample packed} inputs of each sample, and an index of their end offsets and
 * checksums, with a checksum of its own. The content is untrusted until its checksum is verified.
 *
 * <p>It is opened once and closed by garbage collection: a data set is never closed.
 */
final class SampleFile {
  private static final byte[] MAGIC = "rhyton samples 1".getBytes(StandardCharsets.US_ASCII);

  /** The bytes before the first sample. */
  static final int HEAD = MAGIC.length + Fingerprint.LENGTH;

  private static final int ENTRY = Long.BYTES + Integer.BYTES;

  private final Path path;
  private final RandomAccessFile file;
  private final int[] widths;
  private final long[] ends;
  private final int[] checksums;

  private SampleFile(Path path, RandomAccessFile file, int[] widths, int samples) {
    this.path = path;
    this.file = file;
    this.widths = widths;
    this.ends = new long[Math.multiplyExact(samples, widths.length)];
    this.checksums = new int[ends.length];
  }

  static byte[] head(byte[] fingerprint) {
    return ByteBuffer.allocate(HEAD).put(MAGIC).put(fingerprint).array();
  }

  static byte[] index(long[] ends, int[] checksums) {
    ByteBuffer index = ByteBuffer.allocate(indexLength(ends.length));
    for (int i = 0; i < ends.length; i++) {
      index.putLong(ends[i]).putInt(checksums[i]);
    }
    return index.putInt(checksum(index.array(), ends.length * ENTRY)).array();
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static int indexLength(int entries) {
    return Math.addExact(Math.multiplyExact(entries, ENTRY), Integer.BYTES);
  }

  /**
   * Opens a file.
   *
   * @param fingerprint the expected fingerprint of the data
   * @param widths the number of values of each input of a sample
   * @param samples the number of samples
   * @throws DataException if it is not a cache, was written for other data, or is corrupt
   */
  static SampleFile open(Path path, byte[] fingerprint, int[] widths, int samples) {
    if (Files.isDirectory(path)) {
      throw new DataException(where(path), "a file", "a folder", "Name a file in it.");
    }
    try {
      RandomAccessFile file = new RandomAccessFile(RegularFile.require(path).toFile(), "r");
      try {
        SampleFile opened = new SampleFile(path, file, widths, samples);
        opened.requireMadeOf(fingerprint);
        opened.readIndex();
        return opened;
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private void requireMadeOf(byte[] fingerprint) throws IOException {
    byte[] head = new byte[(int) Math.min(HEAD, file.length())];
    file.readFully(head);
    if (!Arrays.equals(Arrays.copyOf(head, MAGIC.length), MAGIC)) {
      throw new DataException(
          where(path),
          "a file of cached samples",
          "a file with other content",
          "Choose another path, or delete it.");
    }
    if (!Arrays.equals(Arrays.copyOfRange(head, MAGIC.length, HEAD), fingerprint)) {
      throw new DataException(
          where(path),
          "the samples of this data set",
          "those of another data set, or of files that have changed since",
          "Delete it so that it is written again, or choose another path.");
    }
  }

  private void readIndex() throws IOException {
    byte[] bytes = new byte[indexLength(ends.length)];
    long start = file.length() - bytes.length;
    if (start < HEAD) {
      throw damaged(where(path));
    }
    file.seek(start);
    file.readFully(bytes);
    ByteBuffer index = ByteBuffer.wrap(bytes);
    for (int i = 0; i < ends.length; i++) {
      ends[i] = index.getLong();
      checksums[i] = index.getInt();
      if (!PackedSample.fits(ends[i] - start(i), widths[i % widths.length])) {
        throw damaged(where(path));
      }
    }
    if (start(ends.length) != start || index.getInt() != checksum(bytes, ends.length * ENTRY)) {
      throw damaged(where(path));
    }
  }

  private long start(int entry) {
    return entry == 0 ? HEAD : ends[entry - 1];
  }

  /** The number of values of an input. */
  int width(int input) {
    return widths[input];
  }

  /**
   * Copies one input of a sample.
   *
   * @throws DataException if the file has changed
   */
  void copy(int sample, int input, float[] into, int at) {
    int entry = sample * widths.length + input;
    byte[] packed = new byte[(int) (ends[entry] - start(entry))];
    synchronized (file) {
      try {
        file.seek(start(entry));
        file.readFully(packed);
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
    if (checksum(packed, packed.length) != checksums[entry]) {
      throw damaged(where(path) + ", sample " + sample);
    }
    PackedSample.unpack(packed, widths[input], into, at);
  }

  static String where(Path path) {
    return "Cache " + path;
  }

  private static DataException damaged(String where) {
    return new DataException(
        where,
        "data that matches its checksum",
        "corrupt data",
        "Delete it so that it is written again.");
  }

  private static DataException unreadable(Path path, IOException cause) {
    return new DataException(
        where(path),
        "a readable file",
        cause.toString(),
        "Keep it in place while the data is used.",
        cause);
  }
}
