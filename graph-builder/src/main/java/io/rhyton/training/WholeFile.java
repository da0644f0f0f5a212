package io.rhyton.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file that appears whole or not at all. For Rhyton's own packages. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file; missing folders are made, an old file is replaced.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path path, byte[] content) throws IOException {
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
        Files.write(whole, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new IOException(
          path + ": expected a file that can be written, got " + e + ". Choose another place.", e);
    }
  }
}
