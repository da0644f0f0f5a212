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
import java.util.UUID;

/**
 * Writes a file that appears whole or not at all: beside its place, and moved there. An interrupt
 * of the thread does not hinder it, for a training that was interrupted is reported, too.
 */
public final class WholeFile {
  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /** What writes the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything, bit by bit if it is much; the stream is closed by whoever gives it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file; missing folders are made, an old file is replaced.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path path, byte[] content) throws IOException {
    write(path, out -> out.write(content));
  }

  /**
   * Writes a file; missing folders are made, an old file is replaced. If the content throws,
   * nothing is changed.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path path, Content content) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(path + ": expected a file, got a directory. Name a file in it.");
    }
    // Not Files.createTempFile: what that makes only its owner may read.
    Path whole = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      // The check is for a folder behind a link, which createDirectories refuses on JDK 17.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      try {
        // Not a FileChannel, which an interrupt closes.
        try (FileOutputStream file = new FileOutputStream(whole.toFile())) {
          OutputStream out = new BufferedOutputStream(file, BUFFER);
          content.writeTo(out);
          out.flush();
        }
        move(whole, target);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new IOException(
          path + ": expected a file that can be written, got " + e + ". Choose another place.", e);
    }
  }

  /**
   * Moves a file that is whole to its place on the same disk, in place of an old one.
   *
   * @throws IOException if that cannot be; the old one is then as it was
   */
  public static void move(Path whole, Path target) throws IOException {
    // The file would be made if it were not there.
    if (!Files.exists(whole)) {
      throw new NoSuchFileException(whole.toString());
    }
    // Before the move: else a crash could leave the new name on a file without its content.
    try (RandomAccessFile file = new RandomAccessFile(whole.toFile(), "rw")) {
      file.getFD().sync();
    }
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
