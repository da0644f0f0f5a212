package io.rhyton.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Checks files that are about to be read. */
public final class RegularFile {
  private RegularFile() {}

  /**
   * Checks that a path is a file with an end: reading a named pipe can wait forever, and a device
   * can fill the memory.
   *
   * @return the path
   * @throws IOException if it does not exist, or is not a regular file
   */
  public static Path require(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw Files.exists(path)
          ? new FileSystemException(path.toString(), null, "not a regular file")
          : new NoSuchFileException(path.toString());
    }
    return path;
  }
}
