package io.rhyton.examples.programs;

import io.rhyton.data.Dataset;
import io.rhyton.data.Subset;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.datasets.Cifar10;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.error.ModelException;
import io.rhyton.model.shape.Size2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/**
 * A data set for image classification: RGB images of one size, with one-hot labels.
 *
 * @param train the training set
 * @param test the test set
 * @param classes the class names
 */
public record ImageData(Dataset train, Dataset test, List<String> classes) {
  /** The name of the synthetic data set. */
  static final String SHAPES = "shapes";

  private static final String CIFAR10 = "cifar10";

  /** The fraction of the images in a folder that is held out for testing. */
  private static final double TEST_SPLIT = 0.2;

  private static final long SPLIT_SEED = 1;

  /**
   * Generates, downloads or reads a data set.
   *
   * @param source {@code shapes}, {@code cifar10}, a folder with CIFAR-10's binary files, or a
   *     folder with one subfolder of images per class
   * @param size size that images from subfolders are resized to; the other images have 32 by 32
   *     pixels
   * @param scale factor by which pixel values from 0 to 255 are multiplied
   * @throws ModelException if the source is none of these
   */
  static ImageData of(String source, Size2D size, double scale) {
    if (source.equals(SHAPES)) {
      return of(
          SyntheticShapes.dataset(8_000, 1),
          SyntheticShapes.dataset(2_000, 2),
          SyntheticShapes.CLASSES,
          scale);
    }
    if (source.equals(CIFAR10)) {
      return of(Cifar10.load(), scale);
    }
    Path folder = Path.of(source);
    return Cifar10.existsIn(folder) ? of(Cifar10.read(folder), scale) : of(folder, size, scale);
  }

  private static ImageData of(Cifar10 images, double scale) {
    return of(images.train(), images.test(), Cifar10.CLASSES, scale);
  }

  private static ImageData of(Path folder, Size2D size, double scale) {
    requireClasses(folder);
    ImageFolder images =
        ImageFolder.of(folder)
            .imageSize(size.height(), size.width())
            .validationSplit(TEST_SPLIT)
            .seed(SPLIT_SEED);
    Dataset train = images.subset(Subset.TRAINING).dataset();
    Dataset test = images.subset(Subset.VALIDATION).dataset();
    return of(train, test, train.label().classNames(), scale);
  }

  /** Rejects other folders; problems with the images are reported when they are read. */
  private static void requireClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw unusable(folder, "no such folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      long classes =
          entries
              .filter(Files::isDirectory)
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .count();
      if (classes < 2) {
        throw unusable(folder, classes == 0 ? "neither" : "one subfolder");
      }
    } catch (IOException e) {
      throw unusable(folder, e.toString());
    }
  }

  private static ModelException unusable(Path folder, String received) {
    return new ModelException(
        folder.toString(),
        "CIFAR-10's binary files, or one subfolder of images for each of at least two classes",
        received,
        "Pass another folder with --data.");
  }

  private static ImageData of(Dataset train, Dataset test, List<String> classes, double scale) {
    int count = classes.size();
    return new ImageData(prepare(train, scale, count), prepare(test, scale, count), classes);
  }

  private static Dataset prepare(Dataset images, double scale, int classes) {
    return images.rescale(scale).oneHot(classes);
  }

  /** Returns the same data, the pixel values of each image transformed by a function. */
  public ImageData map(UnaryOperator<float[]> function) {
    return new ImageData(train.map(function), test.map(function), classes);
  }

  /** Returns the shape of an image: height, width and channels. */
  Shape shape() {
    return train.input().shape();
  }

  /** Returns the first images of each set. */
  ImageData take(int count) {
    return new ImageData(train.take(count), test.take(count), classes);
  }
}
