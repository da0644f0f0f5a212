package io.rhyton.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The values of a sample in as few bytes as represent them exactly: one byte each if all are
 * integers from 0 to 255, like the pixels of images that were not resized, otherwise four bytes
 * each, in little-endian order.
 */
final class PackedSample {
  private PackedSample() {}

  static byte[] pack(float[] values, int from, int width) {
    byte[] small = small(values, from, width);
    if (small != null) {
      return small;
    }
    byte[] packed = new byte[Math.multiplyExact(width, Float.BYTES)];
    littleEndian(packed).asFloatBuffer().put(values, from, width);
    return packed;
  }

  private static byte @Nullable [] small(float[] values, int from, int width) {
    byte[] packed = new byte[width];
    for (int i = 0; i < width; i++) {
      int whole = (int) values[from + i] & 0xff;
      // Compares bits, since -0 must not become 0.
      if (Float.floatToRawIntBits(whole) != Float.floatToRawIntBits(values[from + i])) {
        return null;
      }
      packed[i] = (byte) whole;
    }
    return packed;
  }

  /** Whether a sample of {@code width} values can have this packed length. */
  static boolean fits(long bytes, int width) {
    return bytes == width || bytes == (long) width * Float.BYTES;
  }

  static void unpack(byte[] packed, int width, float[] into, int at) {
    if (packed.length > width) {
      littleEndian(packed).asFloatBuffer().get(into, at, width);
      return;
    }
    for (int i = 0; i < width; i++) {
      into[at + i] = packed[i] & 0xff;
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
