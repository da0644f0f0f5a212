package io.rhyton.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.exceptions.TensorFlowException;

/** Fills a folder beside its place and moves it there, so that it appears whole or not at all. */
public final class StagedFolder {
  private static final String NEW_NAME = "Choose a name that is free, or delete the old one first.";

  private StagedFolder() {}

  /** What fills the folder. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything into the given folder. */
    void writeTo(Path staging) throws IOException;
  }

  /**
   * Writes a folder that does not exist yet; missing parents are made.
   *
   * @param kind what the folder will be, for messages
   * @param folder where to
   * @param content fills it
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(String kind, Path folder, Content content) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(kind, folder);
    }
    Path target = folder.toAbsolutePath().normalize();
    @Nullable Path staging = null;
    try {
      Path parent = target.getParent();
      if (parent == null) {
        throw exists(kind, folder);
      }
      Files.createDirectories(parent);
      // Not a temporary directory: nobody but its owner may read such a one.
      staging = Files.createDirectory(parent.resolve(".rhyton-" + UUID.randomUUID()));
      content.writeTo(staging);
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | TensorFlowException e) {
      deleteQuietly(staging, e);
      throw new ArtifactException(
          kind,
          folder,
          "a folder that can be written",
          e.toString(),
          "Check the path and the disk.",
          e);
    } catch (RuntimeException | Error e) {
      deleteQuietly(staging, e);
      throw e;
    }
  }

  private static ArtifactException exists(String kind, Path folder) {
    return new ArtifactException(
        kind, folder, "a folder that does not exist yet", "one that does", NEW_NAME);
  }

  private static void deleteQuietly(@Nullable Path staging, Throwable failure) {
    if (staging == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(staging)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
