package io.rhyton.datasets;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.download.CacheFolder;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * CIFAR-10: 60,000 color photographs of 32 by 32 pixels in ten classes.
 *
 * <pre>{@code
 * Dataset images = Cifar10.load().train().rescale(1.0 / 255);
 * }</pre>
 *
 * <p>Source: Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009; <a
 * href="https://www.cs.toronto.edu/~kriz/cifar.html">www.cs.toronto.edu/~kriz/cifar.html</a>,
 * binary version.
 */
public final class Cifar10 {
  /** The class names, by class index. */
  public static final List<String> CLASSES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final RemoteFile PUBLISHED =
      new RemoteFile(
          URI.create("https://www.cs.toronto.edu/~kriz/" + Cifar10Files.ARCHIVE),
          "c32a1d4ab5d03f1284b67883e8d87530");

  private final Dataset train;
  private final Dataset test;

  Cifar10(Dataset train, Dataset test) {
    this.train = train;
    this.test = test;
  }

  /**
   * Loads the data from the cache directory, {@code $RHYTON_HOME/datasets}, or {@code
   * ~/.rhyton/datasets} if that environment variable is not set. Downloads it first (170 MB) if it
   * is missing; an interrupted download is resumed.
   *
   * @throws DataException if it cannot be downloaded, or the cached file is corrupt
   */
  public static Cifar10 load() {
    return load(CacheFolder.of("datasets"), PUBLISHED, Downloader.standard());
  }

  static Cifar10 load(Path cache, RemoteFile archive, Downloader downloader) {
    if (!Cifar10Files.existIn(cache)) {
      downloader.fetch(archive, cache);
    }
    return read(cache);
  }

  /** Whether a folder contains files that {@link #read} accepts. */
  public static boolean existsIn(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return Cifar10Files.existIn(folder);
  }

  /**
   * Reads the data from a folder that contains {@code cifar-10-binary.tar.gz}, or the files
   * extracted from it: {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code
   * test_batch.bin}, directly or in {@code cifar-10-batches-bin}.
   *
   * @throws DataException if there are no such files, or one of them is corrupt
   */
  public static Cifar10 read(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return Cifar10Files.read(folder);
  }

  /**
   * The 50,000 training images of shape {@code [32, 32, 3]} with values from 0 to 255, and their
   * integer labels.
   */
  public Dataset train() {
    return train;
  }

  /** The 10,000 test images, in the same format. */
  public Dataset test() {
    return test;
  }
}
