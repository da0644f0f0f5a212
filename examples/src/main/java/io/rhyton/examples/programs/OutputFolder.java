package io.rhyton.examples.programs;

import io.rhyton.model.ModelException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that an example writes to. */
public final class OutputFolder {
  private OutputFolder() {}

  /**
   * Makes the folder, so that hours of training do not end in one that cannot be written. An empty
   * one is taken: a run that was broken off leaves it.
   *
   * @throws ModelException if there is something in it, or it cannot be made
   */
  public static Path make(Path folder) {
    try {
      // The check is for a link to a folder, which createDirectories refuses on JDK 17.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      requireWritable(folder);
      requireEmpty(folder);
      return folder;
    } catch (IOException e) {
      throw new ModelException(
          folder.toString(),
          "a folder that can be made",
          e.toString(),
          "Name another one with --out.",
          e);
    }
  }

  private static void requireWritable(Path folder) throws IOException {
    Files.delete(Files.createTempFile(folder, ".try", ".tmp"));
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      if (files.iterator().hasNext()) {
        throw new ModelException(
            folder.toString(),
            "a new or empty folder",
            "one with files in it",
            "Delete it, or name another one with --out.");
      }
    }
  }
}
