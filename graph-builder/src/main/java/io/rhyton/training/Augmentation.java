package io.rhyton.training;

import io.rhyton.batch.Augmenter;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.BatchFeeder;
import io.rhyton.batch.Feed;
import io.rhyton.batch.SampleOrder;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** What is done to images in training, outside of {@link Model#fit}. */
public final class Augmentation {
  private static final int BATCH = 64;

  private Augmentation() {}

  /**
   * Standardizes data as {@code fit} does for training and validation, to be evaluated or
   * predicted; nothing else is done to it. The values are copied, and kept as floats.
   *
   * @param generator measured, if it takes the data's mean away
   * @param data has one input of images, and perhaps others and labels
   * @throws io.rhyton.data.DataException if the data does not fit the generator
   */
  public static Dataset standardize(ImageDataGenerator generator, Dataset data) {
    Execution execution = Execution.defaults();
    try (Augmenter augmenter = Augmenter.open(generator, data, 0, execution)) {
      List<Dataset> parts = new ArrayList<>(data.inputs());
      Dataset images = parts.get(augmenter.input());
      Dataset changed = standardize(augmenter, data, images);
      parts.set(
          augmenter.input(), images.name().isEmpty() ? changed : changed.named(images.name()));
      parts.addAll(data.labels());
      return Dataset.join(parts.toArray(Dataset[]::new));
    }
  }

  private static Dataset standardize(Augmenter augmenter, Dataset data, Dataset images) {
    Shape image = images.shape();
    int length = (int) image.size();
    float[] values = new float[Math.multiplyExact(images.size(), length)];
    int done = 0;
    BatchChange change = (feed, batch) -> augmenter.standardize(feed);
    try (BatchFeeder feeder =
        new BatchFeeder(data, SampleOrder.asGiven(data.size()), BATCH, List.of(), change)) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed batch = feed) {
          float[] batchValues = augmenter.images(batch);
          System.arraycopy(batchValues, 0, values, done, batchValues.length);
          done += batchValues.length;
        }
      }
    }
    return Dataset.images((int) image.get(0), (int) image.get(1), (int) image.get(2), values);
  }

  /**
   * Draws a page of samples to look at: a row an image, on the left as it is, and beside it as a
   * model is shown it in training, but for standardization. The file appears whole or not at all;
   * missing folders are made.
   *
   * @param generator what is done to the images
   * @param data images of one or three channels with a class number each, of which the first of
   *     each class are drawn, or without labels
   * @param classes the names of the classes by their numbers; none to show the numbers
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path ends otherwise
   * @throws io.rhyton.data.DataException if the data does not fit
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void plot(
      ImageDataGenerator generator, Dataset data, List<String> classes, Path path)
      throws IOException {
    SamplePage.of(generator, data, classes).picture().write(path);
  }

  /**
   * Draws a page of samples to look at: a row an image, on the left as it is, and beside it as the
   * layers at the head of a model, such as {@code RandomFlip}, hand it on in training. These are
   * the layers from the input on that make images of images without weights, to the last that
   * changes them at random. The file appears whole or not at all; missing folders are made.
   *
   * @param model what is to be trained
   * @param data images of one or three channels, of the size that the model takes, with a class
   *     number each, of which the first of each class are drawn, or without labels
   * @param classes the names of the classes by their numbers; none to show the numbers
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path ends otherwise
   * @throws io.rhyton.error.SpecException if the model has no such layers
   * @throws io.rhyton.data.DataException if the data does not fit
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void plot(ModelSpec model, Dataset data, List<String> classes, Path path)
      throws IOException {
    SamplePage.of(model, data, classes).picture().write(path);
  }
}
