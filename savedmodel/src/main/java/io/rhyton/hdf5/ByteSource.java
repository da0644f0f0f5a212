package io.rhyton.hdf5;

import io.rhyton.file.UninterruptibleChannel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of an HDF5 file, on disk or in memory. */
interface ByteSource extends AutoCloseable {
  long size();

  /** Fills the rest of a buffer; the bytes must exist. */
  void read(long position, ByteBuffer into) throws IOException;

  @Override
  void close() throws IOException;

  /** Returns a section of a file; closing it closes the channel. */
  static ByteSource of(UninterruptibleChannel channel, long offset, long size) {
    return new ByteSource() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void read(long position, ByteBuffer into) throws IOException {
        long at = offset + position;
        while (into.hasRemaining()) {
          int count = channel.read(into, at);
          if (count < 0) {
            throw new EOFException("the file was truncated while it was read");
          }
          at += count;
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** Returns the bytes between the position and limit of a buffer. */
  static ByteSource of(ByteBuffer buffer) {
    ByteBuffer bytes = buffer.slice().asReadOnlyBuffer();
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.capacity();
      }

      @Override
      public void read(long position, ByteBuffer into) {
        into.put(bytes.slice(Math.toIntExact(position), into.remaining()));
      }

      @Override
      public void close() {}
    };
  }
}
