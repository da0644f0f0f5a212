package io.rhyton.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files atomically: to a temporary file in the same folder, which is then moved.
 * Interrupting the thread has no effect, since interrupted training is saved as well.
 */
public final class WholeFile {
  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /** The content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the content; the caller closes the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file; missing directories are created, an existing file is replaced.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path path, byte[] content) throws IOException {
    write(path, out -> out.write(content));
  }

  /**
   * Writes a file; missing directories are created, an existing file is replaced. If the content
   * throws, the file is unchanged.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path path, Content content) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(path + ": expected a file, got a directory. Name a file in it.");
    }
    try (Staging staging = Staging.in(folder)) {
      // Not a FileChannel, which an interrupt closes.
      try (FileOutputStream file = new FileOutputStream(staging.path().toFile())) {
        OutputStream out = new BufferedOutputStream(file, BUFFER);
        content.writeTo(out);
        out.flush();
        // Before the move: otherwise a crash could leave a file without its content.
        file.getFD().sync();
      }
      staging.moveTo(target);
    } catch (IOException e) {
      throw new IOException(
          path + ": expected a writable file, got " + e + ". Choose another path.", e);
    }
  }

  /**
   * Moves a complete file atomically to a path in the same file system; an existing file is
   * replaced.
   *
   * @throws IOException if it cannot be moved; an existing file is then unchanged
   */
  public static void move(Path whole, Path target) throws IOException {
    // RandomAccessFile would create a missing file.
    if (!Files.exists(whole)) {
      throw new NoSuchFileException(whole.toString());
    }
    // Before the move: otherwise a crash could leave a file without its content.
    try (RandomAccessFile file = new RandomAccessFile(whole.toFile(), "rw")) {
      file.getFD().sync();
    }
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
