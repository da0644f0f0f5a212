package io.rhyton.examples;

import io.rhyton.data.Cifar10;
import io.rhyton.data.Dataset;
import io.rhyton.data.DrawnShapes;
import java.nio.file.Path;
import java.util.List;

/**
 * Images of 32 by 32 pixels in ten classes, with one-hot labels.
 *
 * @param train to train on
 * @param test to test with
 * @param classes the names of the classes
 */
public record ImageData(Dataset train, Dataset test, List<String> classes) {
  /** Means the generated images; takes nothing from outside. */
  static final String SHAPES = "shapes";

  private static final String CIFAR10 = "cifar10";

  /**
   * Draws, downloads or reads the images.
   *
   * @param source {@code shapes}, {@code cifar10}, or the folder that CIFAR-10's files are in
   * @param scale what pixels of 0 to 255 are multiplied with
   */
  static ImageData of(String source, double scale) {
    if (source.equals(SHAPES)) {
      return of(DrawnShapes.of(8_000, 1), DrawnShapes.of(2_000, 2), DrawnShapes.CLASSES, scale);
    }
    Cifar10 cifar10 = source.equals(CIFAR10) ? Cifar10.load() : Cifar10.read(Path.of(source));
    return of(cifar10.train(), cifar10.test(), Cifar10.CLASSES, scale);
  }

  private static ImageData of(Dataset train, Dataset test, List<String> classes, double scale) {
    int count = classes.size();
    return new ImageData(prepare(train, scale, count), prepare(test, scale, count), classes);
  }

  private static Dataset prepare(Dataset images, double scale, int classes) {
    return images.rescale(scale).oneHot(classes);
  }

  /** The first images of both kinds. */
  ImageData take(int count) {
    return new ImageData(train.take(count), test.take(count), classes);
  }
}
