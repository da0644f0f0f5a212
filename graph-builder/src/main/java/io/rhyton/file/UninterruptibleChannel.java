package io.rhyton.file;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as a channel that stays open when the thread is interrupted, unlike a {@link
 * java.nio.channels.FileChannel}: an interrupted training is saved, too.
 */
public final class UninterruptibleChannel implements SeekableByteChannel {
  /** The JDK allocates native memory of the size of each read and write. */
  private static final int PIECE_BYTES = 1 << 16;

  private final RandomAccessFile file;
  private boolean open = true;

  private UninterruptibleChannel(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Creates a file, for reading and writing.
   *
   * @throws IOException if it exists or cannot be created
   */
  @MustBeClosed
  public static UninterruptibleChannel create(Path path) throws IOException {
    return write(Files.createFile(path));
  }

  /** Opens an existing file, for reading and writing from its start. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closing the channel closes the file.
  public static UninterruptibleChannel write(Path path) throws IOException {
    return new UninterruptibleChannel(new RandomAccessFile(path.toFile(), "rw"));
  }

  /**
   * Opens a file for reading.
   *
   * @throws IOException if it does not exist, or is not a regular file
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closing the channel closes the file.
  public static UninterruptibleChannel read(Path path) throws IOException {
    return new UninterruptibleChannel(
        new RandomAccessFile(RegularFile.require(path).toFile(), "r"));
  }

  @Override
  public synchronized int read(ByteBuffer into) throws IOException {
    int wanted = into.remaining();
    byte[] piece = into.hasArray() ? into.array() : new byte[Math.min(wanted, PIECE_BYTES)];
    while (into.hasRemaining()) {
      int offset = into.hasArray() ? into.arrayOffset() + into.position() : 0;
      int count = file.read(piece, offset, Math.min(into.remaining(), PIECE_BYTES));
      if (count < 0) {
        return into.remaining() == wanted ? -1 : wanted - into.remaining();
      }
      if (into.hasArray()) {
        into.position(into.position() + count);
      } else {
        into.put(piece, 0, count);
      }
    }
    return wanted;
  }

  /** Moves to a position and reads from there; threads that do so do not disturb each other. */
  public synchronized int read(ByteBuffer into, long position) throws IOException {
    file.seek(position);
    return read(into);
  }

  @Override
  public synchronized int write(ByteBuffer from) throws IOException {
    int count = from.remaining();
    byte[] piece = from.hasArray() ? from.array() : new byte[Math.min(count, PIECE_BYTES)];
    while (from.hasRemaining()) {
      int next = Math.min(from.remaining(), PIECE_BYTES);
      if (from.hasArray()) {
        file.write(piece, from.arrayOffset() + from.position(), next);
        from.position(from.position() + next);
      } else {
        from.get(piece, 0, next);
        file.write(piece, 0, next);
      }
    }
    return count;
  }

  /** Writes what the system has buffered to the disk. */
  public void sync() throws IOException {
    file.getFD().sync();
  }

  @Override
  public long position() throws IOException {
    return file.getFilePointer();
  }

  @Override
  public UninterruptibleChannel position(long position) throws IOException {
    file.seek(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  @Override
  public UninterruptibleChannel truncate(long size) throws IOException {
    if (size < file.length()) {
      file.setLength(size);
    }
    return this;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    file.close();
  }
}
