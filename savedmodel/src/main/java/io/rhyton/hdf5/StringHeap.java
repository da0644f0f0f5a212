package io.rhyton.hdf5;

import io.rhyton.error.MessageText;
import java.util.HashMap;
import java.util.Map;

/**
 * The strings of all attributes, each once, in collections of the global heap: attributes refer to
 * their strings there.
 */
final class StringHeap {
  private static final int COLLECTION_HEADER = 16;
  private static final int OBJECT_HEADER = 16;
  private static final int SMALLEST_COLLECTION = 4096;
  private static final int FULL_COLLECTION = 1 << 20;

  /** The index of an object is stored in two bytes. */
  private static final int MOST_OBJECTS = 65_535;

  /**
   * The location of a string.
   *
   * @param byteSize its length in UTF-8
   * @param collection the address of its collection
   * @param index its index in the collection, from 1
   */
  record Reference(int byteSize, long collection, int index) {}

  /** The reference that HDF5 writes for an empty string. */
  private static final Reference EMPTY = new Reference(0, 0, 0);

  private final long start;
  private final Map<String, Reference> references = new HashMap<>();
  private final LittleEndianBytes closed = new LittleEndianBytes();
  private LittleEndianBytes objects = new LittleEndianBytes();
  private int objectCount;

  StringHeap(long start) {
    this.start = start;
  }

  void add(String value) {
    if (value.isEmpty() || references.containsKey(value)) {
      return;
    }
    if (objects.size() >= FULL_COLLECTION || objectCount == MOST_OBJECTS) {
      close();
    }
    byte[] bytes = Utf8.encode("value", value);
    objectCount++;
    references.put(value, new Reference(bytes.length, start + closed.size(), objectCount));
    // Index, one reference, reserved, size; padded to 8.
    objects.u16(objectCount).u16(1).u32(0).u64(bytes.length).bytes(bytes).zeros(-bytes.length & 7);
  }

  Reference reference(String value) {
    Reference reference = value.isEmpty() ? EMPTY : references.get(value);
    if (reference == null) {
      throw new IllegalStateException(MessageText.name(value) + " was not added");
    }
    return reference;
  }

  /** Returns everything that was added. */
  byte[] toByteArray() {
    if (objectCount > 0) {
      close();
    }
    return closed.toByteArray();
  }

  private void close() {
    int used = COLLECTION_HEADER + objects.size();
    int size = Math.max(SMALLEST_COLLECTION, used + OBJECT_HEADER);
    int free = size - used;
    closed.ascii("GCOL").u8(1, 0, 0, 0).u64(size).bytes(objects);
    // Object 0 is the free space, whose size counts its own header.
    closed.u16(0).u16(0).u32(0).u64(free).zeros(free - OBJECT_HEADER);
    objects = new LittleEndianBytes();
    objectCount = 0;
  }
}
