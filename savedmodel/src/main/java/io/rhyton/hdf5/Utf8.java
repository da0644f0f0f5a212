package io.rhyton.hdf5;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as HDF5 stores it: NUL-terminated UTF-8. */
final class Utf8 {
  /** Leaves room for the rest of a message of 64 KiB. */
  private static final int LONGEST_NAME = 32_000;

  private Utf8() {}

  /** Encodes a text, or rejects one that would not survive the round trip. */
  static byte[] encode(String argument, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          argument + ": expected text without NUL, got text with NUL");
    }
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          argument + ": expected Unicode text, got half of a surrogate pair", e);
    }
  }

  /** Encodes the name of a group, dataset or attribute. */
  static byte[] name(String argument, String name) {
    byte[] bytes = encode(argument, name);
    if (bytes.length == 0 || bytes.length > LONGEST_NAME) {
      throw new IllegalArgumentException(
          argument + ": expected 1 to " + LONGEST_NAME + " bytes, got " + bytes.length);
    }
    return bytes;
  }
}
