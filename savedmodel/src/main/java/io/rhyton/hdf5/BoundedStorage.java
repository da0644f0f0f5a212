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
 * A file as jHDF sees it. jHDF believes every length and follows every address, so each read is
 * held against the size of the file, and the reads of one structure against a budget: nothing is
 * allocated for bytes that are not there, and a structure that leads back into itself ends.
 */
final class BoundedStorage implements HdfBackingStorage {
  /** Of one object header, each a block. */
  private static final int HEADER_READS = 1_000;

  /** Of a B-tree: jHDF goes one call deeper for each two or three of them. */
  private static final int TREE_READS = 3_000;

  /** Of what a B-tree leads to: one for each link. */
  private static final int ENTRY_READS = 250_000;

  /** {@code 89 48 44 46 0D 0A 1A 0A}, read as a little-endian number. */
  private static final long SIGNATURE = 0x0A1A0A0D46444889L;

  private static final int SUPERBLOCK_BYTES = 128;

  /** Of a header, which becomes objects of twenty times its size. */
  private static final int HEADER_BYTES = 8 << 20;

  private static final int INDEX_BYTES = 32 << 20;

  private final ByteSource source;
  private final Superblock superblock;
  private int readsLeft;
  private long bytesLeft;

  BoundedStorage(ByteSource source) {
    this.source = source;
    ByteBuffer head = buffer((int) Math.min(SUPERBLOCK_BYTES, source.size()));
    fill(0, head);
    head.flip();
    if (head.remaining() < Long.BYTES || head.getLong(0) != SIGNATURE) {
      throw new HdfException("no HDF5 signature at its start");
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
          size() + " of " + superblock.getEndOfFileAddress() + " bytes, the end is missing");
    }
  }

  /** The address of the root group's header. */
  long rootAddress() {
    if (superblock instanceof Superblock.SuperblockV0V1 old) {
      return new SymbolTableEntry(this, old.getRootGroupSymbolTableAddress())
          .getObjectHeaderAddress();
    }
    return ((Superblock.SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
  }

  /** Grants the reads of one more object header. */
  void beginHeader() {
    readsLeft = HEADER_READS;
    bytesLeft = HEADER_BYTES;
  }

  /** Grants the reads of one more B-tree. */
  void beginTree() {
    readsLeft = TREE_READS;
    bytesLeft = INDEX_BYTES;
  }

  /** Grants the reads of what a B-tree leads to, or of the strings of an attribute. */
  void beginEntries() {
    readsLeft = ENTRY_READS;
    bytesLeft = INDEX_BYTES;
  }

  /** Reads values: bytes that are many but were counted before. */
  void readValues(long address, ByteBuffer into) {
    requireInside(address, into.remaining());
    fill(address, into);
  }

  /** Whether so many bytes are in the file at this address. */
  boolean contains(long address, long length) {
    return address >= 0 && length >= 0 && length <= size() && address <= size() - length;
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    requireInside(address, length);
    if (readsLeft-- <= 0 || (bytesLeft -= length) < 0) {
      throw new HdfException("a structure without end");
    }
    ByteBuffer bytes = buffer(length);
    fill(address, bytes);
    return bytes.flip();
  }

  /** As {@link #readBufferFromAddress}, up to the end: jHDF maps more of a heap than there is. */
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
    throw new UnsupportedHdfException("what needs the file itself");
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
