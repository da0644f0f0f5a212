package io.rhyton.hdf5;

/**
 * The checksum of HDF5's structures: {@code hashlittle} of Bob Jenkins's lookup3 with the initial
 * value 0 (public domain, 2006).
 */
final class Checksum {
  private static final int BLOCK = 12;

  private int a;
  private int b;
  private int c;

  private Checksum(int length) {
    a = 0xdeadbeef + length;
    b = a;
    c = a;
  }

  static int of(byte[] bytes) {
    Checksum sum = new Checksum(bytes.length);
    int at = 0;
    for (; bytes.length - at > BLOCK; at += BLOCK) {
      sum.add(bytes, at);
      sum.mix();
    }
    if (at < bytes.length) {
      sum.add(bytes, at);
      sum.finish();
    }
    return sum.c;
  }

  private void add(byte[] bytes, int at) {
    a += word(bytes, at);
    b += word(bytes, at + 4);
    c += word(bytes, at + 8);
  }

  /** Returns four bytes, zero beyond the end. */
  private static int word(byte[] bytes, int at) {
    int word = 0;
    for (int i = Math.min(4, bytes.length - at) - 1; i >= 0; i--) {
      word = word << 8 | (bytes[at + i] & 0xff);
    }
    return word;
  }

  private void mix() {
    a = (a - c) ^ Integer.rotateLeft(c, 4);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 6);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 8);
    b += a;
    a = (a - c) ^ Integer.rotateLeft(c, 16);
    c += b;
    b = (b - a) ^ Integer.rotateLeft(a, 19);
    a += c;
    c = (c - b) ^ Integer.rotateLeft(b, 4);
    b += a;
  }

  private void finish() {
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    c = (c ^ b) - Integer.rotateLeft(b, 24);
  }
}
