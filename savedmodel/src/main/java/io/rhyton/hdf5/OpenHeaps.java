package io.rhyton.hdf5;

import io.jhdf.GlobalHeap;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The heap collections of a file that were read last. Many attributes have their strings in one
 * collection, which would otherwise be parsed for each of them.
 */
final class OpenHeaps {
  private static final int MOST_OPEN = 16;

  private final BoundedStorage storage;
  private final Map<Long, GlobalHeap> collections =
      new LinkedHashMap<>(MOST_OPEN, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, GlobalHeap> eldest) {
          return size() > MOST_OPEN;
        }
      };

  OpenHeaps(BoundedStorage storage) {
    this.storage = storage;
  }

  /**
   * Returns an object of a collection.
   *
   * @param address the address of the collection
   * @param index the index of the object
   */
  ByteBuffer object(long address, int index) {
    GlobalHeap heap = collections.get(address);
    if (heap == null) {
      heap = new GlobalHeap(storage, address);
      collections.put(address, heap);
    }
    return heap.getObjectData(index);
  }
}
