package io.rhyton.data.tfrecord;

import io.rhyton.data.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in the form of TFRecord files, one after the other, and checks their checksums. No
 * length is believed: memory is taken as the bytes come.
 *
 * <p>Source: {@code tensorflow/core/lib/io/record_reader.cc}, TensorFlow 2.18.
 */
final class RecordReader implements Closeable {
  /** The bytes before a record: its length and the checksum of that. */
  static final int HEADER = Long.BYTES + Integer.BYTES;

  /** The bytes behind a record: its checksum. */
  static final int FOOTER = Integer.BYTES;

  /** As long as every Java lets an array be. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final String file;
  private final InputStream in;
  private long place;
  private long number;

  /**
   * Makes a reader.
   *
   * @param file what messages call it
   * @param in what it holds; closed with this
   */
  RecordReader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** Where the next record begins, in bytes. */
  long place() {
    return place;
  }

  /** How messages call the record that was read last. */
  String where() {
    return where(file, number - 1);
  }

  /** How messages call a record, which is counted from 0. */
  static String where(String file, long record) {
    return file + ", record " + record;
  }

  /**
   * The next record; null after the last.
   *
   * @throws DataException if it is damaged or not whole
   */
  byte @Nullable [] next() throws IOException {
    byte[] header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return null;
    }
    number++;
    int length = length(where(), header);
    byte[] framed = in.readNBytes(length);
    byte[] footer = in.readNBytes(FOOTER);
    byte[] record = content(where(), length, framed, footer);
    place += HEADER + (long) length + FOOTER;
    return record;
  }

  /**
   * The length of a record.
   *
   * @param where what messages call it
   * @param header the bytes before it
   */
  static int length(String where, byte[] header) {
    if (header.length < HEADER) {
      throw cut(where, HEADER + " bytes before it", header.length);
    }
    ByteBuffer bytes = littleEndian(header);
    long length = bytes.getLong();
    if (bytes.getInt() != RecordChecksum.of(header, 0, Long.BYTES)) {
      throw new DataException(
          where,
          "a length with its checksum",
          "other bytes",
          "Give a file of TFRecords, not compressed, or get it anew.");
    }
    if (length < 0 || length > LONGEST) {
      throw new DataException(
          where,
          "at most " + LONGEST + " bytes",
          Long.toUnsignedString(length),
          "Write smaller records.");
    }
    return (int) length;
  }

  /** Checks a record against its length and its checksum. */
  static byte[] content(String where, int length, byte[] content, byte[] footer) {
    if (content.length < length || footer.length < FOOTER) {
      throw cut(where, length + " bytes and their checksum", content.length + footer.length);
    }
    if (littleEndian(footer).getInt() != RecordChecksum.of(content)) {
      throw new DataException(
          where, "bytes with their checksum", "other bytes", "Get the file anew.");
    }
    return content;
  }

  private static DataException cut(String where, String expected, int received) {
    return new DataException(
        where, expected, "the end of the file after " + received, "Get the file anew.");
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether a file is compressed by gzip; a record whose length looks so has a checksum. */
  static boolean isGzip(byte[] start) {
    return start.length > 1
        && (start[0] & 0xff) == 0x1f
        && (start[1] & 0xff) == 0x8b
        && !(start.length >= HEADER
            && littleEndian(Arrays.copyOf(start, HEADER)).getInt(Long.BYTES)
                == RecordChecksum.of(start, 0, Long.BYTES));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
