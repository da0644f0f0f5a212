package io.rhyton.hdf5;

import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A version 2 B-tree, by which HDF5 1.8 indexes many links or attributes. jHDF reads it, after a
 * check of the header fields by which jHDF sizes its lists and loops.
 */
final class IndexTree {
  private static final int HEADER = 38;
  private static final int LARGEST_NODE = 1 << 20;

  /** Every node has more than ten records, so no tree can be deeper. */
  private static final int DEEPEST = 16;

  private IndexTree() {}

  static <T extends BTreeRecord> List<T> records(BoundedStorage storage, long address) {
    storage.beginTree();
    ByteBuffer header = storage.readBufferFromAddress(address, HEADER);
    int nodeSize = header.getInt(6);
    int recordSize = Short.toUnsignedInt(header.getShort(10));
    require("size of nodes", nodeSize, 1, LARGEST_NODE);
    require("size of records", recordSize, 1, nodeSize);
    require("depth", Short.toUnsignedInt(header.getShort(12)), 0, DEEPEST);
    require("number of records", header.getLong(26), 0, storage.size() / recordSize);
    return new BTreeV2<T>(storage, address).getRecords();
  }

  private static void require(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new HdfException("an index with the " + what + " " + value);
    }
  }
}
