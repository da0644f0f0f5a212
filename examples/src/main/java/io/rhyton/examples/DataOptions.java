package io.rhyton.examples;

import io.rhyton.model.shape.Size2D;
import picocli.CommandLine.Option;

/** The images that a program trains on and tests with. */
public final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = {
        "What to train on; default ${DEFAULT-VALUE}.",
        "shapes: 10,000 drawn shapes, which need no download.",
        "cifar10: CIFAR-10, downloaded once (170 MB).",
        "A folder: CIFAR-10's binary files in it, or a folder of images for each class."
      })
  String source = ImageData.SHAPES;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Use only so many training and test images, for a quick try.")
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
