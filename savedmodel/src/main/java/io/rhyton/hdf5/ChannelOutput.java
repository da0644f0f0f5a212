package io.rhyton.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;

/** Buffers the bytes written to a channel. */
final class ChannelOutput {
  /** Small enough for the cache of a core. */
  private static final int BUFFER_BYTES = 1 << 17;

  private final WritableByteChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;

  ChannelOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  void bytes(byte[] bytes) throws IOException {
    int at = 0;
    while (at < bytes.length) {
      int count = Math.min(roomFor(1), bytes.length - at);
      buffer.put(bytes, at, count);
      at += count;
    }
  }

  void floats(FloatBuffer values) throws IOException {
    while (values.hasRemaining()) {
      int count = Math.min(roomFor(Float.BYTES) / Float.BYTES, values.remaining());
      buffer.asFloatBuffer().put(values.slice().limit(count));
      values.position(values.position() + count);
      buffer.position(buffer.position() + count * Float.BYTES);
    }
  }

  void int64(long value) throws IOException {
    roomFor(Long.BYTES);
    buffer.putLong(value);
  }

  /** Pads with zeros to the next multiple of 8. */
  void align() throws IOException {
    long position = flushed + buffer.position();
    bytes(new byte[(int) (FileLayout.align(position) - position)]);
  }

  void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      flushed += channel.write(buffer);
    }
    buffer.clear();
  }

  private int roomFor(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer.remaining();
  }
}
