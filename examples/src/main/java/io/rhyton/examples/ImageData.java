package io.rhyton.examples;

import io.rhyton.data.Cifar10;
import io.rhyton.data.Dataset;
import io.rhyton.data.DrawnShapes;
import java.nio.file.Path;

/**
 * Images of 32 by 32 pixels in ten classes, with values from 0 to 1, and one-hot labels.
 *
 * @param train to train on
 * @param test to test with
 */
record ImageData(Dataset train, Dataset test) {
  /** Means the generated images; takes nothing from outside. */
  static final String SHAPES = "shapes";

  private static final int CLASSES = 10;
  private static final String CIFAR10 = "cifar10";

  /**
   * Draws, downloads or reads the images.
   *
   * @param source {@code shapes}, {@code cifar10}, or the folder that CIFAR-10's files are in
   */
  static ImageData of(String source) {
    if (source.equals(SHAPES)) {
      return of(DrawnShapes.of(8_000, 1), DrawnShapes.of(2_000, 2));
    }
    Cifar10 cifar10 = source.equals(CIFAR10) ? Cifar10.load() : Cifar10.read(Path.of(source));
    return of(cifar10.train(), cifar10.test());
  }

  private static ImageData of(Dataset train, Dataset test) {
    return new ImageData(prepare(train), prepare(test));
  }

  private static Dataset prepare(Dataset images) {
    return images.rescale(1.0 / 255).oneHot(CLASSES);
  }

  /** The first images of both kinds. */
  ImageData take(int count) {
    return new ImageData(train.take(count), test.take(count));
  }
}
