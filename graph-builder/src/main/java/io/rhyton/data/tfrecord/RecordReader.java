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
 * Reads the records of a TFRecord file sequentially, and verifies their checksums. Lengths are not
 * trusted: memory is allocated as bytes arrive.
 *
 * <p>Source: {@code tensorflow/core/lib/io/record_reader.cc}, TensorFlow 2.18.
 */
final class RecordReader implements Closeable {
  /** The bytes before a record: its length and the checksum of the length. */
  static final int HEADER = Long.BYTES + Integer.BYTES;

  /** The bytes after a record: its checksum. */
  static final int FOOTER = Integer.BYTES;

  /** The system property that lifts the limit of a record's length, in bytes. */
  private static final String LIMIT = "io.rhyton.maxRecordBytes";

  /** A gzip-compressed file of a megabyte can hold a record of a gigabyte. */
  private static final int DEFAULT_LIMIT = 1 << 28;

  /** The largest array size that every JVM supports. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final String file;
  private final InputStream in;
  private long position;
  private long number;

  /**
   * Creates a reader.
   *
   * @param file the file's name in messages
   * @param in its content; closed with this
   */
  RecordReader(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** The byte offset of the next record. */
  long position() {
    return position;
  }

  /** The name in messages of the last record read. */
  String where() {
    return where(file, number - 1);
  }

  /** The name of a record in messages, counted from 0. */
  static String where(String file, long record) {
    return file + ", record " + record;
  }

  /**
   * Returns the next record; null after the last.
   *
   * @throws DataException if it is corrupt or truncated
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
    position += HEADER + (long) length + FOOTER;
    return record;
  }

  /**
   * The length of a record.
   *
   * @param where its name in messages
   * @param header the bytes before it
   */
  static int length(String where, byte[] header) {
    if (header.length < HEADER) {
      throw cut(where, "a header of " + HEADER + " bytes", header.length);
    }
    ByteBuffer bytes = littleEndian(header);
    long length = bytes.getLong();
    if (bytes.getInt() != RecordChecksum.of(header, 0, Long.BYTES)) {
      throw new DataException(
          where,
          "a length that matches its checksum",
          "corrupt data",
          "Use an uncompressed TFRecord file, or replace the file with an intact copy.");
    }
    int longest = Math.min(Integer.getInteger(LIMIT, DEFAULT_LIMIT), LONGEST);
    if (length < 0 || length > longest) {
      throw new DataException(
          where,
          "at most " + longest + " bytes",
          Long.toUnsignedString(length),
          "Write smaller records, or set the system property " + LIMIT + ".");
    }
    return (int) length;
  }

  /** Verifies the length and the checksum of a record. */
  static byte[] content(String where, int length, byte[] content, byte[] footer) {
    if (content.length < length || footer.length < FOOTER) {
      throw cut(where, length + " bytes and their checksum", content.length + footer.length);
    }
    if (littleEndian(footer).getInt() != RecordChecksum.of(content)) {
      throw new DataException(
          where,
          "a record that matches its checksum",
          "corrupt data",
          "Replace the file with an intact copy.");
    }
    return content;
  }

  private static DataException cut(String where, String expected, int received) {
    return new DataException(
        where,
        expected,
        "the end of the file after " + received,
        "Replace the file with an intact copy.");
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Whether a file is gzip-compressed, as opposed to a record whose length looks like a gzip
   * header.
   */
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
