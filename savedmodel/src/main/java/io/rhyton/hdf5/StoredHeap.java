package io.rhyton.hdf5;

import io.jhdf.btree.record.HugeFractalHeapObjectUnfilteredRecord;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fractal heap, in which HDF5 1.8 stores many links or attributes. It is a table of blocks that
 * grow row by row; up to a size they are direct blocks with objects, above it indirect blocks,
 * which are such tables again. jHDF's own reader loses everything after the first unallocated block
 * and supports only one level of tables.
 */
final class StoredHeap {
  /** {@code FRHP}, read as a little-endian number. */
  private static final int SIGNATURE = 0x50485246;

  private static final int HEADER = 142;
  private static final int BLOCK_HEAD = 13;

  private final BoundedStorage storage;
  private final long hugeObjects;
  private final int width;
  private final long firstSize;
  private final long largestDirect;
  private final int offsetBytes;
  private final int lengthBytes;
  private final long root;
  private final boolean isRootDirect;

  /** Read on first use. */
  private @Nullable Map<Long, HugeFractalHeapObjectUnfilteredRecord> huge;

  StoredHeap(BoundedStorage storage, long address) {
    this.storage = storage;
    storage.beginEntries();
    ByteBuffer header = storage.readBufferFromAddress(address, HEADER);
    if (header.getInt(0) != SIGNATURE) {
      throw new HdfException("no heap where one is expected");
    }
    if (header.getShort(7) != 0) {
      throw new UnsupportedHdfException("a compressed heap");
    }
    long largestManaged = Integer.toUnsignedLong(header.getInt(10));
    hugeObjects = header.getLong(22);
    width = Short.toUnsignedInt(header.getShort(110));
    firstSize = header.getLong(112);
    largestDirect = header.getLong(120);
    int bits = Short.toUnsignedInt(header.getShort(128));
    root = header.getLong(132);
    isRootDirect = header.getShort(140) == 0;
    if (width < 1
        || Long.bitCount(firstSize) != 1
        || Long.bitCount(largestDirect) != 1
        || firstSize > largestDirect
        || largestDirect > Integer.MAX_VALUE
        || bits >= Long.SIZE) {
      throw new HdfException("a heap with blocks of impossible sizes");
    }
    offsetBytes = (bits + 7) / 8;
    lengthBytes = bytesFor(Math.min(largestDirect, largestManaged));
  }

  private static int bytesFor(long number) {
    return (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
  }

  /** Returns the object with an identifier from a B-tree. */
  ByteBuffer object(ByteBuffer id) {
    int type = id.get() >> 4 & 0x03;
    return switch (type) {
      case 0 -> managed(number(id, offsetBytes), number(id, lengthBytes));
      case 1 -> huge(number(id, id.remaining()));
      default -> throw new UnsupportedHdfException("an object of a heap of kind " + type);
    };
  }

  private static long number(ByteBuffer bytes, int size) {
    long number = 0;
    for (int at = 0; at < size; at++) {
      number |= (bytes.get() & 0xffL) << (8 * at);
    }
    return number;
  }

  /** Descends the tables to the block that contains the object; each is smaller than the last. */
  private ByteBuffer managed(long offset, long length) {
    long block = root;
    long rest = offset;
    boolean isDirect = isRootDirect;
    while (!isDirect) {
      long firstRow = width * firstSize;
      int row = rest < firstRow ? 0 : Long.SIZE - Long.numberOfLeadingZeros(rest / firstRow);
      long rowStart = row == 0 ? 0 : firstRow << (row - 1);
      long blockSize = row == 0 ? firstSize : firstSize << (row - 1);
      long column = (rest - rowStart) / blockSize;
      long entry = block + BLOCK_HEAD + offsetBytes + Long.BYTES * (row * (long) width + column);
      block = storage.readBufferFromAddress(entry, Long.BYTES).getLong();
      rest -= rowStart + column * blockSize;
      isDirect = blockSize <= largestDirect;
    }
    return storage.readBufferFromAddress(block + rest, Math.toIntExact(length));
  }

  /** Returns an object too large for the blocks; its address is in a separate B-tree. */
  private ByteBuffer huge(long id) {
    if (huge == null) {
      huge = new HashMap<>();
      for (HugeFractalHeapObjectUnfilteredRecord object :
          IndexTree.<HugeFractalHeapObjectUnfilteredRecord>records(storage, hugeObjects)) {
        huge.put(object.getId(), object);
      }
      storage.beginEntries();
    }
    HugeFractalHeapObjectUnfilteredRecord object = huge.get(id);
    if (object == null) {
      throw new HdfException("an object that is not in the heap");
    }
    return storage.readBufferFromAddress(object.getAddress(), Math.toIntExact(object.getLength()));
  }
}
