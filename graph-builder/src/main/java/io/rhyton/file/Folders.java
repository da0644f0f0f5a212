package io.rhyton.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Creates folders. */
public final class Folders {
  private Folders() {}

  /** Creates a folder and its parents where they are missing. */
  public static void create(Path folder) throws IOException {
    // Checked first for symbolic links to folders, which createDirectories rejects on JDK 17.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** Creates the folder of a file where it is missing. */
  public static void createParent(Path file) throws IOException {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      create(folder);
    }
  }
}
