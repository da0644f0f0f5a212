package io.rhyton.examples.programs;

import io.rhyton.model.shape.Size2D;
import picocli.CommandLine.Option;

/** The options that select the data set. */
public final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DATA",
      description =
          "Data set: shapes (10,000 synthetic images, no download), cifar10 (CIFAR-10, 170 MB,"
              + " downloaded once), a folder with CIFAR-10's binary files, or a folder with one"
              + " subfolder of images per class (default: ${DEFAULT-VALUE}).")
  String source = ImageData.SHAPES;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Maximum number of training images, and of test images (default: all).")
  int samples = Integer.MAX_VALUE;

  /** Whether the data set is the synthetic one. */
  boolean isSynthetic() {
    return source.equals(ImageData.SHAPES);
  }

  /**
   * Generates, downloads or reads the data set.
   *
   * @param size size that images from a folder of classes are resized to
   * @param scale factor by which pixel values from 0 to 255 are multiplied
   */
  public ImageData read(Size2D size, double scale) {
    return ImageData.of(source, size, scale).take(samples);
  }
}
