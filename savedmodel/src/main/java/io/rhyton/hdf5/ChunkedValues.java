package io.rhyton.hdf5;

import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

/** Assembles the chunks of a dataset; each must be present exactly once. */
final class ChunkedValues {
  private final BoundedStorage storage;
  private final NumberType type;
  private final ChunkFilters filters;
  private final int[] sizes;
  private final int[] chunkSizes;
  private final int[] grid;

  /**
   * Creates a reader of a dataset of rank 1 or more.
   *
   * @param sizes the dimensions of the dataset, each at least 1
   * @param chunkSizes the dimensions of a chunk, each at least 1
   */
  ChunkedValues(
      BoundedStorage storage,
      NumberType type,
      ChunkFilters filters,
      int[] sizes,
      int[] chunkSizes) {
    this.storage = storage;
    this.type = type;
    this.filters = filters;
    this.sizes = sizes;
    this.chunkSizes = chunkSizes;
    grid = new int[sizes.length];
    for (int axis = 0; axis < sizes.length; axis++) {
      grid[axis] = (sizes[axis] - 1) / chunkSizes[axis] + 1;
    }
  }

  /** Returns the number of values in all chunks, including those beyond the edge of the dataset. */
  long unpackedCount() {
    long count = 1;
    for (int axis = 0; axis < grid.length; axis++) {
      count = Math.multiplyExact(count, (long) grid[axis] * chunkSizes[axis]);
    }
    return count;
  }

  float[] read(long indexAddress, int count) {
    storage.beginTree();
    List<Chunk> chunks = BTreeV1.createDataBTree(storage, indexAddress, sizes.length).getChunks();
    requireAll(chunks);
    float[] values = new float[count];
    for (Chunk chunk : chunks) {
      ByteBuffer stored = ByteBuffer.allocate(chunk.getSize());
      storage.readValues(chunk.getAddress(), stored);
      byte[] numbers = filters.decode(stored.array(), chunk.getFilterMask());
      copy(ByteBuffer.wrap(numbers), chunk.getChunkOffset(), values);
    }
    return values;
  }

  private void requireAll(List<Chunk> chunks) {
    long expected = 1;
    for (int size : grid) {
      expected *= size;
    }
    if (chunks.size() != expected) {
      throw new HdfException(chunks.size() + " chunks instead of " + expected);
    }
    BitSet seen = new BitSet();
    long storedBytes = 0;
    for (Chunk chunk : chunks) {
      storedBytes += chunk.getSize();
      if (!storage.contains(chunk.getAddress(), chunk.getSize()) || storedBytes > storage.size()) {
        throw new HdfException("a chunk outside the file");
      }
      seen.set(chunkIndex(chunk.getChunkOffset()));
    }
    if (seen.cardinality() != expected) {
      throw new HdfException("two chunks at the same offset");
    }
  }

  private int chunkIndex(long[] offset) {
    int chunkIndex = 0;
    for (int axis = 0; axis < grid.length; axis++) {
      if (offset[axis] < 0 || offset[axis] >= sizes[axis] || offset[axis] % chunkSizes[axis] != 0) {
        throw new HdfException("a chunk outside the dataset");
      }
      chunkIndex = chunkIndex * grid[axis] + (int) (offset[axis] / chunkSizes[axis]);
    }
    return chunkIndex;
  }

  /** Copies a chunk row by row, clipped to the dataset. */
  private void copy(ByteBuffer numbers, long[] offset, float[] values) {
    int last = sizes.length - 1;
    int rowLength = (int) Math.min(chunkSizes[last], sizes[last] - offset[last]);
    int[] row = new int[last];
    int from = 0;
    do {
      long to = 0;
      boolean isInside = true;
      for (int axis = 0; axis < last; axis++) {
        long index = offset[axis] + row[axis];
        isInside &= index < sizes[axis];
        to = to * sizes[axis] + index;
      }
      if (isInside) {
        int target = (int) (to * sizes[last] + offset[last]);
        type.convert(numbers.position(from), values, target, rowLength);
      }
      from += chunkSizes[last] * type.byteSize();
    } while (next(row));
  }

  /** Advances to the next row of a chunk; false after the last one. */
  private boolean next(int[] row) {
    for (int axis = row.length - 1; axis >= 0; axis--) {
      if (++row[axis] < chunkSizes[axis]) {
        return true;
      }
      row[axis] = 0;
    }
    return false;
  }
}
