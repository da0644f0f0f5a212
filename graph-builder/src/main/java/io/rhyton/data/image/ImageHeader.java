package io.rhyton.data.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The header of an image file.
 *
 * @param height the height of the image
 * @param width the width of the image
 * @param pixels the number of pixels that the decoder allocates; for an animation, those of all
 *     frames
 */
record ImageHeader(long height, long width, long pixels) {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Reads the header of a JPEG, PNG, GIF or BMP; null if it is none of these, or truncated. */
  static @Nullable ImageHeader of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      if (startsWith(file, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
        return jpeg(bytes.position(2));
      }
      if (startsWith(file, PNG)) {
        // The first chunk is the header: its length and name precede the size.
        bytes.position(PNG.length + 8);
        return single(bytes.getInt(), bytes.getInt());
      }
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      if (startsWith(file, "GIF8".getBytes(StandardCharsets.US_ASCII))) {
        return gif(bytes.position(6));
      }
      if (startsWith(file, "BM".getBytes(StandardCharsets.US_ASCII))) {
        bytes.position(18);
        // The height of an image stored top row first is negative.
        return single(bytes.getInt(), Math.abs((long) bytes.getInt()));
      }
      return null;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // An IllegalArgumentException is a position past the end.
      return null;
    }
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && ByteBuffer.wrap(file, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static ImageHeader single(long width, long height) {
    return new ImageHeader(height, width, width * height);
  }

  /** Walks from marker to marker, up to the start of a frame. */
  private static @Nullable ImageHeader jpeg(ByteBuffer bytes) {
    while (true) {
      int marker = bytes.get() & 0xff;
      while (marker != 0xff) {
        marker = bytes.get() & 0xff;
      }
      while (marker == 0xff) {
        marker = bytes.get() & 0xff;
      }
      boolean alone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      if (alone) {
        continue;
      }
      int length = bytes.getShort() & 0xffff;
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        bytes.get();
        long height = bytes.getShort() & 0xffff;
        return single(bytes.getShort() & 0xffff, height);
      }
      if (marker == 0xd9 || marker == 0xda) {
        // The end of the image, or pixels, without a frame header before.
        return null;
      }
      bytes.position(bytes.position() + length - 2);
    }
  }

  /** Sums over all frames: the decoder allocates all of them, though only the first is used. */
  private static ImageHeader gif(ByteBuffer bytes) {
    long width = bytes.getShort() & 0xffff;
    long height = bytes.getShort() & 0xffff;
    int flags = bytes.get();
    bytes.position(bytes.position() + 2 + colors(flags));
    long pixels = width * height;
    try {
      while (true) {
        int kind = bytes.get();
        if (kind == ',') {
          bytes.position(bytes.position() + 4);
          long frameWidth = bytes.getShort() & 0xffff;
          pixels += frameWidth * (bytes.getShort() & 0xffff);
          int localColors = colors(bytes.get());
          bytes.position(bytes.position() + localColors + 1);
        } else if (kind == '!') {
          bytes.get();
        } else {
          return new ImageHeader(height, width, pixels);
        }
        skipBlocks(bytes);
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // The frames before are complete.
      return new ImageHeader(height, width, pixels);
    }
  }

  /** The length of the color table according to the flags, in bytes. */
  private static int colors(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static void skipBlocks(ByteBuffer bytes) {
    for (int length = bytes.get() & 0xff; length > 0; length = bytes.get() & 0xff) {
      bytes.position(bytes.position() + length);
    }
  }
}
