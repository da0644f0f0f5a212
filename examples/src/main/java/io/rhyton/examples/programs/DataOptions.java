package io.rhyton.examples.programs;

import io.rhyton.model.layer.Size2D;
import picocli.CommandLine.Option;

/** The images that a program trains on and tests with. */
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

  /** Whether the images are drawn, and not from outside. */
  boolean areDrawn() {
    return source.equals(ImageData.SHAPES);
  }

  /**
   * Draws, downloads or reads the images.
   *
   * @param size what images from a folder of your own are brought to
   * @param scale what pixels of 0 to 255 are multiplied with
   */
  public ImageData read(Size2D size, double scale) {
    return ImageData.of(source, size, scale).take(samples);
  }
}
