package io.rhyton.data.tfrecord;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Writes TFRecord files: for each record its length (8 bytes, little-endian), the checksum of the
 * length, the record, and its checksum. Internal to Rhyton.
 *
 * <p>Source: {@code tensorflow/core/lib/io/record_writer.cc}, TensorFlow 2.18.
 */
public final class RecordWriter implements Closeable, Flushable {
  private final OutputStream out;

  /**
   * Creates a writer.
   *
   * @param out the destination; closed with this
   */
  public RecordWriter(OutputStream out) {
    Objects.requireNonNull(out, "out");
    this.out = out;
  }

  /** Writes one record. */
  public void write(byte[] content) throws IOException {
    Objects.requireNonNull(content, "content");
    byte[] length = littleEndian(Long.BYTES).putLong(content.length).array();
    out.write(length);
    writeChecksum(length);
    out.write(content);
    writeChecksum(content);
  }

  private void writeChecksum(byte[] bytes) throws IOException {
    out.write(littleEndian(Integer.BYTES).putInt(RecordChecksum.of(bytes)).array());
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
