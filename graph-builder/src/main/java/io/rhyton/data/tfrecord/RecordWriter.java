package io.rhyton.data.tfrecord;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes records in the form of TFRecord files: the length of each (8 bytes, the lowest first), its
 * checksum, the record, its checksum. For Rhyton's own packages.
 *
 * <p>Source: {@code tensorflow/core/lib/io/record_writer.cc}, TensorFlow 2.18.
 */
public final class RecordWriter implements Closeable, Flushable {
  private final OutputStream out;

  /**
   * Makes a writer.
   *
   * @param out where to; closed with this
   */
  public RecordWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes one record. */
  public void write(byte[] content) throws IOException {
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
