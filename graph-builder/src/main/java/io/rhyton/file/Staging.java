package io.rhyton.file;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A temporary path for a file or folder that is moved to its destination when it is complete.
 *
 * <p>A lock file beside it is locked as long as its process writes. What a killed process left is
 * deleted by the next one that writes to the same folder.
 */
public final class Staging implements AutoCloseable {
  private static final String PREFIX = ".rhyton-";
  private static final String LOCK = ".lock";

  /**
   * The lock files of this process. They are never opened a second time: closing any channel of a
   * file releases this process's lock on it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path lockFile;
  private final FileChannel channel;

  private Staging(Path path, Path lockFile, FileChannel channel) {
    this.path = path;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Reserves a path, and deletes what killed processes left in the folder.
   *
   * @param folder the folder of the destination, created if missing
   * @throws IOException if the folder cannot be written
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closing the staging closes the channel.
  public static Staging in(Path folder) throws IOException {
    Folders.create(folder);
    // The same file under another path, as through a link, must be known to be this process's.
    Path real = folder.toRealPath();
    deleteAbandoned(real);
    Path path = real.resolve(PREFIX + UUID.randomUUID());
    Path lockFile = lockFile(path);
    OWN.add(lockFile);
    try {
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      tryLock(channel);
      return new Staging(path, lockFile, channel);
    } catch (IOException | RuntimeException e) {
      OWN.remove(lockFile);
      throw e;
    }
  }

  /** The temporary path; nothing is there yet. */
  public Path path() {
    return path;
  }

  /**
   * Moves the complete file or folder to its destination.
   *
   * @throws IOException if it cannot be moved; an existing file is then unchanged
   */
  public void moveTo(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes what has not been moved. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Folders.delete(path);
      Files.deleteIfExists(lockFile);
    } finally {
      OWN.remove(lockFile);
    }
  }

  private static Path lockFile(Path path) {
    return path.resolveSibling(path.getFileName() + LOCK);
  }

  private static void deleteAbandoned(Path folder) throws IOException {
    try (DirectoryStream<Path> lockFiles = Files.newDirectoryStream(folder, PREFIX + "*" + LOCK)) {
      for (Path lockFile : lockFiles) {
        if (!OWN.contains(lockFile)) {
          deleteIfAbandoned(lockFile);
        }
      }
    }
  }

  /** Leaves everything that cannot be locked or deleted, since it may be in use. */
  private static void deleteIfAbandoned(Path lockFile) {
    String name = lockFile.getFileName().toString();
    Path path = lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      if (tryLock(channel)) {
        Folders.delete(path);
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException e) {
      // Another process has just deleted it, or owns it.
    }
  }

  /** Locks until the channel is closed or the process ends; false if it is not possible. */
  private static boolean tryLock(FileChannel channel) {
    try {
      @Nullable FileLock taken = channel.tryLock();
      return taken != null;
    } catch (IOException e) {
      // Some file systems have no locks: what is left there stays.
      return false;
    }
  }
}
