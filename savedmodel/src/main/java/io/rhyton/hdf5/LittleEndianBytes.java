package io.rhyton.hdf5;

import java.io.ByteArrayOutputStream;

/** A growing byte buffer with little-endian numbers, as HDF5 stores them. */
final class LittleEndianBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  LittleEndianBytes u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  LittleEndianBytes u16(int value) {
    return number(value, 2);
  }

  LittleEndianBytes u32(int value) {
    return number(value, 4);
  }

  LittleEndianBytes u64(long value) {
    return number(value, 8);
  }

  private LittleEndianBytes number(long value, int size) {
    for (int at = 0; at < size; at++) {
      bytes.write((int) (value >>> (8 * at)));
    }
    return this;
  }

  LittleEndianBytes bytes(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  LittleEndianBytes bytes(LittleEndianBytes more) {
    return bytes(more.toByteArray());
  }

  LittleEndianBytes ascii(String text) {
    text.chars().forEach(bytes::write);
    return this;
  }

  LittleEndianBytes zeros(int count) {
    return bytes(new byte[count]);
  }

  /** Appends the checksum of everything so far. */
  LittleEndianBytes checksum() {
    return u32(Checksum.of(toByteArray()));
  }

  int size() {
    return bytes.size();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
