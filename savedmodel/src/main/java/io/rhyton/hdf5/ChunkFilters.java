package io.rhyton.hdf5;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.FilterPipelineMessage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reverses the filters of a chunk, with output bounded by the chunk size. */
final class ChunkFilters {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER32 = 3;
  private static final int CHECKSUM_BYTES = 4;

  private final List<FilterPipelineMessage.FilterInfo> filters;
  private final int elementSize;
  private final int chunkSize;

  /**
   * Creates the reversal of a filter pipeline.
   *
   * @param filters in the order in which they were applied
   * @param elementSize the size of an element in bytes
   * @param chunkSize the size of an unpacked chunk in bytes
   */
  ChunkFilters(List<FilterPipelineMessage.FilterInfo> filters, int elementSize, int chunkSize) {
    this.filters = filters;
    this.elementSize = elementSize;
    this.chunkSize = chunkSize;
  }

  /**
   * Returns the unpacked bytes of a chunk.
   *
   * @param stored its bytes in the file
   * @param skipped the indices of the filters that were not applied
   */
  byte[] decode(byte[] stored, BitSet skipped) {
    byte[] bytes = stored;
    for (int index = filters.size() - 1; index >= 0; index--) {
      if (!skipped.get(index)) {
        bytes = decode(filters.get(index), bytes);
      }
    }
    if (bytes.length != chunkSize) {
      throw new HdfException("a chunk of " + bytes.length + " instead of " + chunkSize + " bytes");
    }
    return bytes;
  }

  private byte[] decode(FilterPipelineMessage.FilterInfo filter, byte[] bytes) {
    return switch (filter.getId()) {
      case DEFLATE -> inflate(bytes);
      case SHUFFLE -> unshuffle(bytes);
      case FLETCHER32 -> withoutChecksum(bytes);
      default ->
          throw new UnsupportedHdfException(
              "values compressed by filter "
                  + filter.getId()
                  + ", which is neither gzip nor shuffle");
    };
  }

  private byte[] inflate(byte[] bytes) {
    byte[] inflated = new byte[Math.addExact(chunkSize, CHECKSUM_BYTES)];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      int count = inflater.inflate(inflated);
      if (!inflater.finished()) {
        throw new HdfException("a chunk that does not decompress to " + chunkSize + " bytes");
      }
      return Arrays.copyOf(inflated, count);
    } catch (DataFormatException e) {
      throw new HdfException("a chunk that cannot be decompressed", e);
    } finally {
      inflater.end();
    }
  }

  /**
   * Reverses the shuffle: all first bytes, then all second bytes, and so on; a partial element is
   * left at the end.
   */
  private byte[] unshuffle(byte[] bytes) {
    byte[] numbers = bytes.clone();
    int count = bytes.length / elementSize;
    int from = 0;
    for (int at = 0; at < elementSize; at++) {
      for (int number = 0; number < count; number++) {
        numbers[number * elementSize + at] = bytes[from++];
      }
    }
    return numbers;
  }

  private static byte[] withoutChecksum(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM_BYTES));
  }
}
