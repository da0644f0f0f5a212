package io.rhyton.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file beside its place and moves it there, so that the old one stays until it is whole.
 */
public final class StagedFile {
  private StagedFile() {}

  /** What writes the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything into an empty file that is open for reading and writing. */
    void writeTo(FileChannel file) throws IOException;
  }

  /**
   * Writes a file, in place of an old one if there is one; missing parents are made.
   *
   * @param kind what the file will be, for messages
   * @param file where to
   * @param content writes it
   * @throws ArtifactException if it cannot be written; an old file is then as it was
   */
  public static void write(String kind, Path file, Content content) {
    Path target = file.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || Files.isDirectory(target)) {
      throw new ArtifactException(
          kind, file, "a file name", "a folder", "Give the name of a file in it.");
    }
    Path staging = parent.resolve(".rhyton-" + UUID.randomUUID());
    try {
      Files.createDirectories(parent);
      try (FileChannel channel =
          FileChannel.open(
              staging,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        // Before the move: else a crash could leave the new name on a file without its content.
        channel.force(true);
      }
      Files.move(
          staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(staging, e);
      throw new ArtifactException(
          kind,
          file,
          "a file that can be written",
          e.toString(),
          "Check the path and the disk.",
          e);
    } catch (RuntimeException | Error e) {
      deleteQuietly(staging, e);
      throw e;
    }
  }

  private static void deleteQuietly(Path staging, Throwable failure) {
    try {
      Files.deleteIfExists(staging);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
