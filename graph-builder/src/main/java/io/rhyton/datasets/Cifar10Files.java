package io.rhyton.datasets;

import io.rhyton.data.DataException;
import io.rhyton.file.RegularFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Finds and reads the six batches of CIFAR-10, in the archive or extracted. */
final class Cifar10Files {
  static final String ARCHIVE = "cifar-10-binary.tar.gz";

  private static final String UNPACKED = "cifar-10-batches-bin";
  private static final List<String> BATCHES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");
  private static final int TRAIN_BATCHES = 5;
  private static final int BUFFER = 1 << 16;

  private final Cifar10Images train = new Cifar10Images(TRAIN_BATCHES);
  private final Cifar10Images test = new Cifar10Images(1);
  private final Set<String> missing = new LinkedHashSet<>(BATCHES);

  private Cifar10Files() {}

  /** Whether a folder contains the archive or any of the extracted files. */
  static boolean existIn(Path folder) {
    return Files.exists(folder.resolve(ARCHIVE))
        || hasBatches(folder)
        || hasBatches(folder.resolve(UNPACKED));
  }

  private static boolean hasBatches(Path folder) {
    return BATCHES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** Reads the archive, or otherwise the extracted files. */
  static Cifar10 read(Path folder) {
    Cifar10Files files = new Cifar10Files();
    Path archive = folder.resolve(ARCHIVE);
    if (Files.exists(archive)) {
      files.readArchive(archive);
    } else if (hasBatches(folder)) {
      files.readUnpacked(folder);
    } else if (hasBatches(folder.resolve(UNPACKED))) {
      files.readUnpacked(folder.resolve(UNPACKED));
    } else {
      throw new DataException(
          folder.toString(),
          ARCHIVE + " or the files in it",
          Files.isDirectory(folder) ? "neither" : "no folder",
          "Put the archive there, or download it with Cifar10.load().");
    }
    return new Cifar10(files.train.dataset(), files.test.dataset());
  }

  private void readUnpacked(Path folder) {
    missing.removeIf(name -> Files.exists(folder.resolve(name)));
    requireAll(folder);
    for (String name : BATCHES) {
      Path file = folder.resolve(name);
      try (InputStream in =
          new BufferedInputStream(Files.newInputStream(RegularFile.require(file)), BUFFER)) {
        readBatch(name, file.toString(), in);
      } catch (IOException e) {
        throw new DataException(
            file.toString(), "a readable file", e.toString(), "Check the file and its disk.", e);
      }
    }
  }

  /** Matches entries by their base names; no name in the archive is used as a path. */
  private void readArchive(Path archive) {
    try (InputStream file =
            new BufferedInputStream(Files.newInputStream(RegularFile.require(archive)), BUFFER);
        InputStream unzipped = new GzipCompressorInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(unzipped)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (missing.remove(name)) {
          readBatch(name, name + " in " + archive, tar);
        }
      }
      // The gzip checksum is at the end.
      unzipped.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DataException(
          archive.toString(),
          "a complete gzip-compressed tar archive",
          "a corrupt file or another format",
          "Delete it and download it again.",
          e);
    }
    requireAll(archive);
  }

  private void requireAll(Path source) {
    if (!missing.isEmpty()) {
      throw new DataException(
          source.toString(),
          "all of " + String.join(", ", BATCHES),
          "no " + String.join(", ", missing),
          "Download the archive again.");
    }
  }

  private void readBatch(String name, String where, InputStream in) throws IOException {
    int batch = BATCHES.indexOf(name);
    if (batch < TRAIN_BATCHES) {
      train.read(batch, where, in);
    } else {
      test.read(batch - TRAIN_BATCHES, where, in);
    }
  }
}
