package io.rhyton.examples.programs;

import io.rhyton.error.ModelException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The output folder of a program. */
public final class OutputFolder {
  private OutputFolder() {}

  /**
   * Creates the folder. Programs call this before they train, so that hours of training do not end
   * with a folder that is not writable. An empty folder is accepted, as an aborted run leaves one.
   *
   * @throws ModelException if the folder is not empty, not writable or cannot be created
   */
  public static Path make(Path folder) {
    try {
      // The check is for a link to a folder, which createDirectories rejects on JDK 17.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      requireWritable(folder);
      requireEmpty(folder);
      return folder;
    } catch (IOException e) {
      throw new ModelException(
          folder.toString(),
          "a folder that can be created",
          e.toString(),
          "Pass another folder with --out.",
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
            "Delete it, or pass another folder with --out.");
      }
    }
  }
}
