package io.rhyton.data.tfrecord;

import java.util.zip.CRC32C;

/**
 * The checksum of TFRecord files: a masked CRC-32C, since computing the CRC of data that contains
 * CRCs is problematic.
 *
 * <p>Source: {@code tensorflow/core/lib/hash/crc32c.h}, TensorFlow 2.18.
 */
final class RecordChecksum {
  private static final int MASK = 0xa282ead8;
  private static final int ROTATION = 15;

  private RecordChecksum() {}

  static int of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  static int of(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
  }
}
