package io.rhyton.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an HDF5 file, wherever they are. */
interface ByteSource extends AutoCloseable {
  long size();

  /** Fills the rest of a buffer; the bytes must be there. */
  void read(long position, ByteBuffer into) throws IOException;

  @Override
  void close() throws IOException;

  /** A part of a file; closes the channel with itself. */
  static ByteSource of(FileChannel channel, long offset, long size) {
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
            throw new EOFException("the file became shorter while it was read");
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

  /** What lies between position and limit of a buffer. */
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
