package io.rhyton.training;

import io.rhyton.batch.Augmenter;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.Feed;
import io.rhyton.batch.SampleOrder;
import io.rhyton.data.Column;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.error.Arguments;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** Image augmentation and standardization outside of {@link Model#fit}. */
public final class Augmentation {
  private static final int BATCH = 64;

  private Augmentation() {}

  /**
   * Standardizes data for evaluation or prediction, as {@code fit} does for training and
   * validation; no random augmentation is applied. The values are copied and kept as floats.
   *
   * @param generator the generator, adapted to the training data if it centers feature-wise
   * @param data one image input, optionally with other inputs and labels
   * @throws io.rhyton.data.DataException if the data does not fit the generator
   */
  public static Dataset standardize(ImageDataGenerator generator, Dataset data) {
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(data, "data");
    Execution execution = Execution.defaults();
    try (Augmenter augmenter = new Augmenter(generator, 0, execution)) {
      augmenter.require(data);
      int input = augmenter.input();
      List<Column> columns = new ArrayList<>(data.inputs());
      columns.set(input, standardize(augmenter, data, data.inputs().get(input)));
      columns.addAll(data.labels());
      return Dataset.ofColumns(columns);
    }
  }

  private static Column standardize(Augmenter augmenter, Dataset data, InputColumn images) {
    Shape image = images.shape();
    int length = (int) image.size();
    float[] values = new float[Math.multiplyExact(images.size(), length)];
    int[] order = SampleOrder.asGiven(data.size());
    for (int from = 0; from < order.length; from += BATCH) {
      int[] samples = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH));
      try (Feed batch = DataAdapter.batch(data, samples, List.of(), augmenter.forEvaluation())) {
        float[] batchValues = augmenter.images(batch);
        System.arraycopy(batchValues, 0, values, from * length, batchValues.length);
      }
    }
    Dataset standardized = Dataset.samples(image, values);
    return (images.name().isEmpty() ? standardized : standardized.named(images.name())).input();
  }

  /**
   * Plots a page of sample images for inspection, one row per image: on the left the original,
   * beside it augmented versions as a model sees them in training, without standardization. The
   * file is written atomically; missing directories are created.
   *
   * @param generator the augmentation
   * @param data images with one or three channels, either with one integer label each, of which the
   *     first per class is shown, or without labels
   * @param classes the class names by class index; empty to show the indices
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws io.rhyton.data.DataException if the data does not fit
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void plot(
      ImageDataGenerator generator, Dataset data, List<String> classes, Path path)
      throws IOException {
    Arguments.requireNoNulls("classes", classes);
    Objects.requireNonNull(generator, "generator");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(path, "path");
    SamplePage.of(generator, data, classes).figure().write(path);
  }

  /**
   * Plots a page of sample images for inspection, one row per image: on the left the original,
   * beside it the output of the model's preprocessing layers, such as {@code RandomFlip}, in
   * training mode. These are the layers without weights that map images to images, from the input
   * to the last random one. The file is written atomically; missing directories are created.
   *
   * @param model the model to train
   * @param data images with one or three channels, in the model's input size, either with one
   *     integer label each, of which the first per class is shown, or without labels
   * @param classes the class names by class index; empty to show the indices
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws io.rhyton.error.SpecException if the model has no such layers
   * @throws io.rhyton.data.DataException if the data does not fit
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void plot(ModelSpec model, Dataset data, List<String> classes, Path path)
      throws IOException {
    Arguments.requireNoNulls("classes", classes);
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(path, "path");
    SamplePage.of(model, data, classes).figure().write(path);
  }
}
