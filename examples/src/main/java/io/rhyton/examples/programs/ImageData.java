package io.rhyton.examples.programs;

import io.rhyton.data.Cifar10;
import io.rhyton.data.Dataset;
import io.rhyton.data.DrawnShapes;
import io.rhyton.data.ImageFolder;
import io.rhyton.data.Subset;
import io.rhyton.model.ModelException;
import io.rhyton.model.layer.Size2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/**
 * Colour images of one size in some classes, with one-hot labels.
 *
 * @param train to train on
 * @param test to test with
 * @param classes the names of the classes
 */
public record ImageData(Dataset train, Dataset test, List<String> classes) {
  /** Means the generated images; takes nothing from outside. */
  static final String SHAPES = "shapes";

  private static final String CIFAR10 = "cifar10";

  /** The part of a folder's images that is tested with; the seed makes it the same each time. */
  private static final double TESTED = 0.2;

  private static final long SPLIT_SEED = 1;

  /**
   * Draws, downloads or reads the images.
   *
   * @param source {@code shapes}, {@code cifar10}, the folder that CIFAR-10's files are in, or one
   *     with a folder of images for each class
   * @param size what the images of such a folder are brought to; the others are of 32 by 32 pixels
   * @param scale what pixels of 0 to 255 are multiplied with
   * @throws ModelException if the source is none of these
   */
  static ImageData of(String source, Size2D size, double scale) {
    if (source.equals(SHAPES)) {
      return of(DrawnShapes.of(8_000, 1), DrawnShapes.of(2_000, 2), DrawnShapes.CLASSES, scale);
    }
    if (source.equals(CIFAR10)) {
      return of(Cifar10.load(), scale);
    }
    Path folder = Path.of(source);
    return Cifar10.isIn(folder) ? of(Cifar10.read(folder), scale) : of(folder, size, scale);
  }

  private static ImageData of(Cifar10 images, double scale) {
    return of(images.train(), images.test(), Cifar10.CLASSES, scale);
  }

  private static ImageData of(Path folder, Size2D size, double scale) {
    requireClasses(folder);
    ImageFolder images =
        ImageFolder.of(folder)
            .imageSize(size.height(), size.width())
            .validationSplit(TESTED)
            .seed(SPLIT_SEED);
    Dataset train = Dataset.imageFolder(images.subset(Subset.TRAINING));
    Dataset test = Dataset.imageFolder(images.subset(Subset.VALIDATION));
    return of(train, test, train.classNames(), scale);
  }

  /** Says what all a folder may be; what is wrong in one of images is said when it is read. */
  private static void requireClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw unusable(folder, "no folder");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      long classes =
          entries
              .filter(Files::isDirectory)
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .count();
      if (classes < 2) {
        throw unusable(folder, classes == 0 ? "neither" : "one folder");
      }
    } catch (IOException e) {
      throw unusable(folder, e.toString());
    }
  }

  private static ModelException unusable(Path folder, String received) {
    return new ModelException(
        folder.toString(),
        "the files of CIFAR-10, or a folder of images for each of two classes or more",
        received,
        "Name another folder with --data.");
  }

  private static ImageData of(Dataset train, Dataset test, List<String> classes, double scale) {
    int count = classes.size();
    return new ImageData(prepare(train, scale, count), prepare(test, scale, count), classes);
  }

  private static Dataset prepare(Dataset images, double scale, int classes) {
    return images.rescale(scale).oneHot(classes);
  }

  /** Height, width and channels of an image. */
  Shape shape() {
    return train.shape();
  }

  /** The first images of both kinds. */
  ImageData take(int count) {
    return new ImageData(train.take(count), test.take(count), classes);
  }
}
