package io.rhyton.artifact;

import io.rhyton.file.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Writes a folder atomically: under a temporary name, then renamed, so that it appears complete or
 * not at all.
 */
public final class StagedFolder {
  private static final String NEW_NAME = "Choose another name, or delete the existing one first.";

  private StagedFolder() {}

  /** Writes the content of the folder. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole content to the given folder. */
    void writeTo(Path staging) throws IOException;
  }

  /**
   * Writes a folder that does not exist yet; missing parent folders are created.
   *
   * @param kind the kind of folder, for messages
   * @param folder the folder to write
   * @param content writes the content
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(String kind, Path folder, Content content) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(content, "content");
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(kind, folder);
    }
    Path target = folder.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null) {
      throw exists(kind, folder);
    }
    try (Staging staging = Staging.in(parent)) {
      // Not createTempDirectory, whose permissions let only the owner read it.
      content.writeTo(Files.createDirectory(staging.path()));
      staging.moveTo(target);
    } catch (IOException | TensorFlowException e) {
      throw new ArtifactException(
          kind,
          folder,
          "a folder that can be written",
          e.toString(),
          "Check the path and the disk.",
          e);
    }
  }

  private static ArtifactException exists(String kind, Path folder) {
    return new ArtifactException(
        kind, folder, "a folder that does not exist yet", "an existing one", NEW_NAME);
  }
}
