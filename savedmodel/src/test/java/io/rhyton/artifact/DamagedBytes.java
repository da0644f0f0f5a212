package io.rhyton.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Corrupts the bytes of a file of any format at random. */
public final class DamagedBytes {
  private DamagedBytes() {}

  /** Returns a copy with a few random changes, which may be shorter. */
  public static byte[] of(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int times = 1 + random.nextInt(4);
    for (int time = 0; time < times; time++) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, end, (byte) -random.nextInt(2));
        case 3 -> splice(bytes, random.nextInt(bytes.length), at, end);
        case 4 -> putNumber(bytes, at & ~7, random);
        default -> bytes = random.nextInt(6) > 0 ? bytes : Arrays.copyOf(bytes, at + 1);
      }
    }
    return bytes;
  }

  private static void splice(byte[] bytes, int from, int at, int end) {
    System.arraycopy(bytes, from, bytes, at, Math.min(end - at, bytes.length - from));
  }

  /** Writes a number that may be a plausible address or size, or not. */
  private static void putNumber(byte[] bytes, int at, Random random) {
    if (at + Long.BYTES > bytes.length) {
      return;
    }
    long number =
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(bytes.length) & ~7;
          case 1 -> random.nextLong();
          case 2 -> 1L << random.nextInt(64);
          default -> random.nextInt(300);
        };
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, number);
  }
}
