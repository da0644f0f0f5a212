package io.rhyton.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates and deletes folders. */
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

  /** Deletes a file, or a folder with everything in it, if it exists. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
