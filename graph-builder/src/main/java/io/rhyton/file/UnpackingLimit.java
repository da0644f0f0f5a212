package io.rhyton.file;

/** Bounds the size of decompressed data, as a few kilobytes can decompress to gigabytes. */
public final class UnpackingLimit {
  /** The system property with the largest ratio of the decompressed to the compressed size. */
  public static final String PROPERTY = "io.rhyton.maxCompressionRatio";

  /** Weights hardly shrink; those that are mostly zeros, as of a new optimizer, by a few times. */
  private static final int DEFAULT_RATIO = 100;

  /** Up to this size, the ratio does not matter. */
  private static final long SMALL_BYTES = 64L << 20;

  private UnpackingLimit() {}

  /**
   * Returns the largest size of decompressed data, in bytes.
   *
   * @param compressed the size of the compressed data, in bytes
   */
  public static long bytes(long compressed) {
    double most = (double) Integer.getInteger(PROPERTY, DEFAULT_RATIO) * compressed;
    return Math.max(SMALL_BYTES, (long) most);
  }
}
