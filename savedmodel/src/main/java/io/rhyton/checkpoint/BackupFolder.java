package io.rhyton.checkpoint;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.callback.Training;
import io.rhyton.file.Folders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of the backups of one run, locked against all other runs. */
final class BackupFolder implements AutoCloseable {
  static final String KIND = "Backup folder";

  private static final Logger LOGGER = System.getLogger(BackupFolder.class.getName());
  private static final String LOCK = "lock";
  private static final Pattern BACKUP = Pattern.compile("step-\\d{12}\\.h5");

  private final Path folder;
  private final FileChannel lock;

  private BackupFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Creates the folder if needed, and locks it.
   *
   * @throws ArtifactException if another run has locked it, or it cannot be written
   */
  @MustBeClosed
  @SuppressWarnings(
      "MustBeClosedChecker") // The folder closes the channel, which releases the lock.
  static BackupFolder open(Path folder) {
    try {
      Folders.create(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw new ArtifactException(
            KIND,
            folder,
            "a folder that no other run uses",
            "one that is in use",
            "Wait for the other run, or give this one its own folder.");
      }
      return new BackupFolder(folder, channel);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Acquires the lock, which the operating system releases when the process ends, even if it is
   * killed.
   */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      // Another run in this process holds it.
      return false;
    }
  }

  /** Returns the newest intact backup; null if there is none. */
  @Nullable Backup newest() {
    for (Path file : files()) {
      try {
        return BackupFile.read(file);
      } catch (ArtifactException e) {
        LOGGER.log(Level.WARNING, "Skipped: " + e.getMessage());
      }
    }
    return null;
  }

  /**
   * Saves a backup, and deletes all but the newest ones. Backups of later steps are not counted:
   * they must be damaged, or training would have resumed from them.
   */
  void add(Training training, int keep) {
    Path written =
        training.inspect(
            values -> {
              String name = String.format(Locale.ROOT, "step-%012d.h5", values.iteration());
              Path file = folder.resolve(name);
              BackupFile.write(file, training.state(), values);
              return file;
            });
    files().stream().filter(file -> file.compareTo(written) <= 0).skip(keep).forEach(this::delete);
  }

  /** Deletes all backups. */
  void clear() {
    files().forEach(this::delete);
  }

  /** Returns the backups, newest first. */
  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> BACKUP.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static ArtifactException unwritable(Path folder, IOException cause) {
    return new ArtifactException(
        KIND,
        folder,
        "a folder that can be read and written",
        cause.toString(),
        "Check the path and the disk.",
        cause);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}
