package io.rhyton.download;

import io.rhyton.console.Terminal;
import io.rhyton.data.DataException;
import io.rhyton.file.Folders;
import io.rhyton.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Downloads files atomically. A file is written to {@code <name>.part}, which a later call resumes,
 * and moved to its final path once its checksum, if there is one, is verified. The empty {@code
 * <name>.lock} serializes writers across threads and processes, and is kept.
 */
public final class Downloader {
  private static final long LOCK_POLL_MILLIS = 50;

  private final Duration patience;
  private final PrintStream console;
  private final boolean terminal;

  /**
   * Creates a downloader.
   *
   * @param patience the timeout for connecting, and for each next byte
   * @param console the stream to report progress on
   * @param terminal whether the console can show a bar
   */
  public Downloader(Duration patience, PrintStream console, boolean terminal) {
    this.patience = patience;
    this.console = console;
    this.terminal = terminal;
  }

  /** A downloader with a timeout of 30 seconds that reports progress on standard error. */
  public static Downloader standard() {
    return new Downloader(Duration.ofSeconds(30), System.err, Terminal.isPresent());
  }

  /**
   * Returns the copy in a folder, downloading it first if it is absent.
   *
   * @throws DataException if the folder cannot be written, the connection breaks, the server
   *     refuses, or the checksum differs
   */
  public Path fetch(RemoteFile file, Path folder) {
    Path target = folder.resolve(file.name());
    if (Files.exists(target)) {
      return target;
    }
    try {
      Folders.create(folder);
      try (FileChannel lock =
          FileChannel.open(
              folder.resolve(file.name() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        await(lock);
        // The previous holder of the lock may have downloaded it.
        if (!Files.exists(target)) {
          download(file, target);
        }
      }
    } catch (InterruptedException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw new DataException(
          file.address().toString(),
          "time to download it",
          "an interrupt",
          "Call again to resume.",
          e);
    } catch (IOException e) {
      throw new DataException(
          folder.toString(),
          "a writable folder",
          e.toString(),
          "Make it writable, or choose another with the environment variable RHYTON_HOME.",
          e);
    }
    return target;
  }

  private static void await(FileChannel lock) throws IOException, InterruptedException {
    while (!tryLock(lock)) {
      Thread.sleep(LOCK_POLL_MILLIS);
    }
  }

  private static boolean tryLock(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return false;
    }
  }

  private void download(RemoteFile file, Path target) throws IOException, InterruptedException {
    Path part = target.resolveSibling(file.name() + ".part");
    try (DownloadProgress progress = DownloadProgress.start(file, console, terminal)) {
      new Transfer(file, part, target, patience, progress).run();
      progress.finish(Files.size(part));
    }
    if (!file.hash().isEmpty()) {
      requireHash(file, part, target);
    }
    WholeFile.move(part, target);
  }

  private static void requireHash(RemoteFile file, Path part, Path target) throws IOException {
    String hash = hash(part, file.algorithm());
    if (!hash.equals(file.hash())) {
      Files.delete(part);
      throw new DataException(
          file.address().toString(),
          "a file with " + file.algorithm() + " " + file.hash(),
          hash,
          "The file was deleted; call again, or put the right one at " + target + ".");
    }
  }

  private static String hash(Path file, String algorithm) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5 and SHA-256", e);
    }
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
