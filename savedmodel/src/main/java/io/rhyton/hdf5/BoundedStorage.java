package io.rhyton.hdf5;

import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The view of a file that is passed to jHDF. jHDF trusts every length and follows every address, so
 * each read is checked against the file size, and the reads of one structure against a budget:
 * memory is only allocated for bytes that exist, and a cyclic structure terminates.
 */
final class BoundedStorage implements HdfBackingStorage {
  /** The limit for one object header; each read is a block. */
  private static final int HEADER_READS = 1_000;

  /** The limit for a B-tree: jHDF recurses once per two or three reads. */
  private static final int TREE_READS = 3_000;

  /** The limit for the entries of a B-tree: one read per link. */
  private static final int ENTRY_READS = 250_000;

  /** {@code 89 48 44 46 0D 0A 1A 0A}, read as a little-endian number. */
  private static final long SIGNATURE = 0x0A1A0A0D46444889L;

  private static final int SUPERBLOCK_BYTES = 128;

  /** The limit for a header, whose objects take twenty times its size. */
  private static final int HEADER_BYTES = 8 << 20;

  private static final int INDEX_BYTES = 32 << 20;

  private final ByteSource source;
  private final Superblock superblock;
  private int readsLeft;
  private long bytesLeft;
  private boolean inGroupTree;

  BoundedStorage(ByteSource source) {
    this.source = source;
    ByteBuffer head = buffer((int) Math.min(SUPERBLOCK_BYTES, source.size()));
    fill(0, head);
    head.flip();
    if (head.remaining() < Long.BYTES || head.getLong(0) != SIGNATURE) {
      throw new HdfException("no HDF5 signature at the start");
    }
    superblock = Superblock.readSuperblock(head);
    if (superblock.getBaseAddressByte() != 0) {
      throw new UnsupportedHdfException("a base address other than 0");
    }
    if (superblock.getSizeOfOffsets() != Long.BYTES
        || superblock.getSizeOfLengths() != Long.BYTES) {
      throw new UnsupportedHdfException("addresses or lengths of other than 8 bytes");
    }
    if (superblock.getEndOfFileAddress() > size()) {
      throw new HdfException(
          size() + " of " + superblock.getEndOfFileAddress() + " bytes, truncated");
    }
  }

  /** Returns the address of the root group's header. */
  long rootAddress() {
    if (superblock instanceof Superblock.SuperblockV0V1 old) {
      return new SymbolTableEntry(this, old.getRootGroupSymbolTableAddress())
          .getObjectHeaderAddress();
    }
    return ((Superblock.SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
  }

  /** Resets the read budget for one more object header. */
  void beginHeader() {
    begin(HEADER_READS, HEADER_BYTES, false);
  }

  /** Resets the read budget for one more B-tree. */
  void beginTree() {
    begin(TREE_READS, INDEX_BYTES, false);
  }

  /** Resets the read budget for the B-tree of one more group. */
  void beginGroupTree() {
    begin(TREE_READS, INDEX_BYTES, true);
  }

  /** Resets the read budget for the entries of a B-tree or the strings of an attribute. */
  void beginEntries() {
    begin(ENTRY_READS, INDEX_BYTES, false);
  }

  private void begin(int reads, int bytes, boolean groupTree) {
    readsLeft = reads;
    bytesLeft = bytes;
    inGroupTree = groupTree;
  }

  /** Reads values, whose size the caller has checked, outside the budget. */
  void readValues(long address, ByteBuffer into) {
    requireInside(address, into.remaining());
    fill(address, into);
  }

  /** Returns whether the file contains this many bytes at this address. */
  boolean contains(long address, long length) {
    return address >= 0 && length >= 0 && length <= size() && address <= size() - length;
  }

  /**
   * Reads bytes. Those of the B-tree of a group may be beyond the end of the file, and are then 0:
   * jHDF 0.13 reads twice what is used of a node ({@code BTreeV1Group}).
   */
  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    requireInside(address, inGroupTree ? 0 : length);
    if (length < 0 || readsLeft-- <= 0 || (bytesLeft -= length) < 0) {
      throw new HdfException("an endless structure");
    }
    ByteBuffer bytes = buffer(length);
    ByteBuffer there = bytes.duplicate();
    fill(address, there.limit((int) Math.min(length, size() - address)));
    return bytes;
  }

  /**
   * Reads as {@link #readBufferFromAddress} does, up to the end of the file: jHDF maps heaps beyond
   * it.
   */
  @Override
  public ByteBuffer map(long address, long length) {
    requireInside(address, 0);
    long there = Math.min(length, size() - address);
    return readBufferFromAddress(address, (int) Math.min(there, Integer.MAX_VALUE));
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    return map(address, length);
  }

  private void requireInside(long address, long length) {
    if (!contains(address, length)) {
      throw new HdfException(
          length + " bytes at address " + address + " of a file of " + size() + " bytes");
    }
  }

  private void fill(long address, ByteBuffer into) {
    try {
      source.read(address, into);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public long getUserBlockSize() {
    return 0;
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    throw new UnsupportedHdfException("a structure that needs direct file access");
  }

  @Override
  public int getSizeOfOffsets() {
    return Long.BYTES;
  }

  @Override
  public int getSizeOfLengths() {
    return Long.BYTES;
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public boolean inMemory() {
    return true;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
