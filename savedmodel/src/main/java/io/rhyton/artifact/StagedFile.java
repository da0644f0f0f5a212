package io.rhyton.artifact;

import io.rhyton.file.Staging;
import io.rhyton.file.UninterruptibleChannel;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a file atomically: to a temporary name in the same folder, then renamed, so that an
 * existing file is kept until the new one is complete.
 */
public final class StagedFile {
  private StagedFile() {}

  /** Writes the content of the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole content to an empty file that is open for reading and writing. */
    void writeTo(SeekableByteChannel file) throws IOException;
  }

  /**
   * Writes a file, replacing an existing one; missing parent folders are created.
   *
   * @param kind the kind of file, for messages
   * @param file the file to write
   * @param content writes the content
   * @throws ArtifactException if it cannot be written; an existing file is then unchanged
   */
  public static void write(String kind, Path file, Content content) {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(content, "content");
    Path target = file.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || Files.isDirectory(target)) {
      throw new ArtifactException(
          kind, file, "a file name", "a folder", "Give the name of a file in it.");
    }
    try (Staging staging = Staging.in(parent)) {
      try (UninterruptibleChannel channel = UninterruptibleChannel.create(staging.path())) {
        content.writeTo(channel);
        // Before the move, or a crash could leave an empty file under the new name.
        channel.sync();
      }
      staging.moveTo(target);
    } catch (IOException e) {
      throw new ArtifactException(
          kind,
          file,
          "a file that can be written",
          e.toString(),
          "Check the path and the disk.",
          e);
    }
  }
}
