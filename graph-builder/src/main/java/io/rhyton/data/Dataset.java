package io.rhyton.data;

import io.rhyton.error.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.tensorflow.ndarray.Shape;

/**
 * Samples with or without labels, in memory or in files. Immutable: transformations return a view
 * of the same values.
 *
 * <p>Images may be stored as bytes, which takes a quarter of the memory; they are converted to
 * floats batch by batch, ahead of the training step.
 *
 * <pre>{@code
 * Dataset digits = Dataset.images(new float[2][28][28][1]).labels(new int[] {7, 3});
 * }</pre>
 *
 * <p>Data for a model with several inputs or outputs is joined from parts, in the order of the
 * model's inputs and outputs or by their layer names:
 *
 * <pre>{@code
 * Dataset.zip(
 *     Dataset.images(32, 32, 3, pixels, labels).named("image", "digit"),
 *     Dataset.vectors(new float[1][2]).named("position"),
 *     Dataset.targets(new float[1][1]).named("angle"))
 * }</pre>
 */
public final class Dataset implements Source {
  private final Columns columns;

  private Dataset(Columns columns) {
    this.columns = columns;
  }

  /**
   * Images without labels, for prediction or to be joined with labels.
   *
   * @param images image by image, row by row, pixel by pixel, channels last; copied
   * @throws DataException if rows differ in length; the message names the row
   */
  public static Dataset images(float[][][][] images) {
    return of(ArrayColumns.samples(Objects.requireNonNull(images, "images")));
  }

  /**
   * Images with integer labels, stored as bytes and read as floats from 0 to 255.
   *
   * @param height the height in pixels
   * @param width the width in pixels
   * @param channels the number of channels
   * @param pixels unsigned bytes, image by image, row by row, channels last; not copied
   * @param labels one class index per image, from 0; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the numbers of pixels and labels do not match
   */
  public static Dataset images(int height, int width, int channels, byte[] pixels, int[] labels) {
    Objects.requireNonNull(pixels, "pixels");
    Objects.requireNonNull(labels, "labels");
    Shape shape = ArrayColumns.image(height, width, channels);
    return of(ArrayColumns.input(shape, pixels, labels.length), ArrayColumns.classIndices(labels));
  }

  /**
   * Images with integer labels, stored as floats.
   *
   * @param height the height in pixels
   * @param width the width in pixels
   * @param channels the number of channels
   * @param pixels image by image, row by row, channels last; not copied
   * @param labels one class index per image, from 0; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the numbers of pixels and labels do not match
   */
  public static Dataset images(int height, int width, int channels, float[] pixels, int[] labels) {
    Objects.requireNonNull(pixels, "pixels");
    Objects.requireNonNull(labels, "labels");
    Shape shape = ArrayColumns.image(height, width, channels);
    return of(ArrayColumns.input(shape, pixels, labels.length), ArrayColumns.classIndices(labels));
  }

  /**
   * Images without labels, for prediction or to be joined with labels.
   *
   * @param height the height in pixels
   * @param width the width in pixels
   * @param channels the number of channels
   * @param pixels image by image, row by row, channels last; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the last image is incomplete
   */
  public static Dataset images(int height, int width, int channels, float[] pixels) {
    Objects.requireNonNull(pixels, "pixels");
    return samples(ArrayColumns.image(height, width, channels), pixels);
  }

  /**
   * Sequences without labels, for prediction or to be joined with labels.
   *
   * @param sequences sequence by sequence, timestep by timestep, features last; copied
   * @throws DataException if rows differ in length; the message names the row
   */
  public static Dataset sequences(float[][][] sequences) {
    return of(ArrayColumns.samples(Objects.requireNonNull(sequences, "sequences")));
  }

  /**
   * Sequences with integer labels.
   *
   * @param steps the number of timesteps
   * @param features the features per timestep
   * @param values sequence by sequence, timestep by timestep; not copied
   * @param labels one class index per sequence, from 0; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the numbers of values and labels do not match
   */
  public static Dataset sequences(int steps, int features, float[] values, int[] labels) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(labels, "labels");
    Shape shape = ArrayColumns.sequence(steps, features);
    return of(ArrayColumns.input(shape, values, labels.length), ArrayColumns.classIndices(labels));
  }

  /**
   * Vectors with integer labels.
   *
   * @param samples one row per sample, all of the same length
   * @param labels one class index per sample, from 0; not copied
   * @throws DataException if row lengths or counts differ, or there are more values than fit in an
   *     array
   */
  public static Dataset vectors(float[][] samples, int[] labels) {
    Objects.requireNonNull(labels, "labels");
    return of(ArrayColumns.samples(samples, labels.length), ArrayColumns.classIndices(labels));
  }

  /**
   * Vectors with rows of targets: one-hot labels or regression targets.
   *
   * @param samples one row per sample, all of the same length
   * @param targets one row per sample, all of the same length
   * @throws DataException if row lengths or counts differ, or there are more values than fit in an
   *     array
   */
  public static Dataset vectors(float[][] samples, float[][] targets) {
    Objects.requireNonNull(targets, "targets");
    return of(ArrayColumns.samples(samples, targets.length), ArrayColumns.targets(targets));
  }

  /**
   * Vectors without labels, for prediction or to be joined with labels.
   *
   * @param samples one row per sample, all of the same length
   * @throws DataException if row lengths differ, or there are more values than fit in an array
   */
  public static Dataset vectors(float[][] samples) {
    return of(ArrayColumns.samples(samples));
  }

  /**
   * Vectors without labels, converted to floats.
   *
   * @param samples one row per sample, all of the same length; copied
   * @throws DataException if rows differ in length; the message names the row
   */
  public static Dataset vectors(double[][] samples) {
    return of(ArrayColumns.samples(samples));
  }

  /**
   * Vectors of integers without labels, converted to floats, such as the indices that an {@code
   * Embedding} looks up.
   *
   * @param samples one row per sample, all of the same length; copied
   * @throws DataException if rows differ in length; the message names the row
   */
  public static Dataset vectors(int[][] samples) {
    return of(ArrayColumns.samples(samples));
  }

  /**
   * Samples of any shape without labels, for prediction or to be joined with labels.
   *
   * @param shape the shape of one sample, without the batch axis
   * @param values sample by sample, in row-major order; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the last sample is incomplete
   */
  public static Dataset samples(Shape shape, float[] values) {
    return of(ArrayColumns.input(shape, Objects.requireNonNull(values, "values")));
  }

  /**
   * Samples of any shape without labels, stored as bytes and read as floats from 0 to 255.
   *
   * @param shape the shape of one sample, without the batch axis
   * @param values unsigned bytes, sample by sample, in row-major order; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the last sample is incomplete
   */
  public static Dataset samples(Shape shape, byte[] values) {
    return of(ArrayColumns.input(shape, Objects.requireNonNull(values, "values")));
  }

  /**
   * Samples of any shape without labels, which are read on demand, again in every epoch; for
   * prediction or to be joined with labels.
   *
   * @param shape the shape of one sample, without the batch axis
   * @param samples reads the samples
   * @throws IllegalArgumentException if a size is not positive
   */
  public static Dataset samples(Shape shape, LazySamples samples) {
    Objects.requireNonNull(samples, "samples");
    int width = Math.toIntExact(ArrayColumns.requireSizes(shape).size());
    return of(InputColumn.of(shape, new LazyInput(samples, width)));
  }

  private static Dataset of(InputColumn input) {
    return ofColumns(List.of(input));
  }

  private static Dataset of(InputColumn input, LabelColumn label) {
    return ofColumns(List.of(input, label));
  }

  /**
   * Some columns of other data sets, for instance the inputs without the labels.
   *
   * <pre>{@code
   * Dataset unlabeled = Dataset.ofColumns(train.inputs());
   * }</pre>
   *
   * @param columns inputs and labels; the order among the inputs, and among the labels, is kept
   * @throws IllegalArgumentException if there are none
   * @throws DataException if their sizes differ, a name is not unique, or only some inputs or only
   *     some labels have names
   */
  public static Dataset ofColumns(List<? extends Column> columns) {
    Arguments.requireNoNulls("columns", columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns must not be empty");
    }
    return new Dataset(Columns.of(columns));
  }

  /**
   * Integer labels alone, to be joined with samples.
   *
   * @param labels one class index per sample, from 0; not copied
   */
  public static Dataset classIndices(int[] labels) {
    return labels(ArrayColumns.classIndices(labels));
  }

  /**
   * Several integer labels per sample, as for the pixels of an image, to be joined with samples.
   *
   * @param shape the shape of the labels of one sample
   * @param labels class indices from 0, sample by sample, in row-major order; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the last sample is incomplete
   */
  public static Dataset classIndices(Shape shape, int[] labels) {
    Objects.requireNonNull(labels, "labels");
    return labels(ArrayColumns.classIndices(shape, labels));
  }

  /**
   * Rows of targets alone, to be joined with samples.
   *
   * @param targets one row per sample, all of the same length
   * @throws DataException if row lengths differ, or there are more values than fit in an array
   */
  public static Dataset targets(float[][] targets) {
    return labels(ArrayColumns.targets(targets));
  }

  /**
   * Targets of any shape, to be joined with samples.
   *
   * @param shape the shape of the targets of one sample
   * @param values sample by sample, in row-major order; not copied
   * @throws IllegalArgumentException if a size is not positive
   * @throws DataException if the last sample is incomplete
   */
  public static Dataset targets(Shape shape, float[] values) {
    return labels(ArrayColumns.targets(shape, Objects.requireNonNull(values, "values")));
  }

  /**
   * One target per sample, to be joined with samples.
   *
   * @param targets one value per sample; not copied
   */
  public static Dataset targets(float[] targets) {
    return targets(Shape.of(1), Objects.requireNonNull(targets, "targets"));
  }

  /**
   * One target per sample, converted to floats, to be joined with samples.
   *
   * @param targets one value per sample; copied
   */
  public static Dataset targets(double[] targets) {
    Objects.requireNonNull(targets, "targets");
    float[] values = new float[targets.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) targets[i];
    }
    return targets(values);
  }

  /**
   * Rows of targets, converted to floats, to be joined with samples.
   *
   * @param targets one row per sample, all of the same length; copied
   * @throws DataException if rows differ in length; the message names the row
   */
  public static Dataset targets(double[][] targets) {
    return labels(ArrayColumns.targets(targets));
  }

  private static Dataset labels(LabelColumn label) {
    return ofColumns(List.of(label));
  }

  /**
   * Returns the same data with integer labels added.
   *
   * @param classIndices one class index per sample, from 0; not copied
   * @throws DataException if the number of labels is not the number of samples
   */
  public Dataset labels(int[] classIndices) {
    return zip(this, classIndices(Objects.requireNonNull(classIndices, "classIndices")));
  }

  /**
   * Returns the same data with one target per sample added.
   *
   * @param targets one value per sample; not copied
   * @throws DataException if the number of labels is not the number of samples
   */
  public Dataset labels(float[] targets) {
    return zip(this, targets(targets));
  }

  /**
   * Returns the same data with one target per sample added.
   *
   * @param targets one value per sample, converted to float
   * @throws DataException if the number of labels is not the number of samples
   */
  public Dataset labels(double[] targets) {
    return zip(this, targets(targets));
  }

  /**
   * Returns the same data with rows of targets added.
   *
   * @param targets one row per sample: one-hot labels or regression targets
   * @throws DataException if the number of labels is not the number of samples, or rows differ in
   *     length
   */
  public Dataset labels(float[][] targets) {
    return zip(this, targets(targets));
  }

  /**
   * Returns the same data with rows of targets added.
   *
   * @param targets one row per sample, converted to floats
   * @throws DataException if the number of labels is not the number of samples, or rows differ in
   *     length
   */
  public Dataset labels(double[][] targets) {
    return zip(this, targets(targets));
  }

  /**
   * Joins data sets of equal size: each sample has the inputs and labels of all of them, in order.
   *
   * @param parts samples, labels, or both
   * @throws IllegalArgumentException if there are none
   * @throws DataException if their sizes differ, a name is not unique, or only some inputs or only
   *     some labels have names
   */
  public static Dataset zip(Dataset... parts) {
    Arguments.requireNoNulls("parts", parts);
    if (parts.length == 0) {
      throw new IllegalArgumentException("parts must not be empty");
    }
    return new Dataset(Columns.zip(Arrays.stream(parts).map(part -> part.columns).toList()));
  }

  /**
   * Returns the same data, with each part named after the model layer that it is for.
   *
   * @param names the names of all inputs, then of all labels
   * @throws IllegalArgumentException if the number of names is wrong
   * @throws DataException if a name is not unique
   */
  public Dataset named(String... names) {
    return new Dataset(columns.named(Objects.requireNonNull(names, "names")));
  }

  /**
   * Returns the same data with sample weights for the loss of all its labels, as {@code
   * sample_weight} in Keras. Metrics are not weighted.
   *
   * @param weights one weight per sample, negative ones as in Keras, too; not copied
   * @throws DataException if the number of weights is not the number of samples, one is not finite,
   *     or there are no labels
   */
  public Dataset sampleWeights(float... weights) {
    return sampleWeights(Shape.scalar(), Objects.requireNonNull(weights, "weights"));
  }

  /**
   * Returns the same data with a weight per label position for the loss, such as per pixel or
   * timestep. Metrics are not weighted.
   *
   * @param shape the shape of the weights of one sample: that of its integer labels, or that of its
   *     targets without the last axis
   * @param weights one weight per position, sample by sample; not copied
   * @throws DataException if the number of weights does not match, one is not finite, or there are
   *     no labels
   */
  public Dataset sampleWeights(Shape shape, float[] weights) {
    Objects.requireNonNull(weights, "weights");
    Shape each = ArrayColumns.requireSizes(shape);
    return new Dataset(columns.sampleWeights(WeightColumn.of(each, weights, size())));
  }

  /** Whether the data has sample weights. */
  public boolean isWeighted() {
    return columns.labels().stream().anyMatch(LabelColumn::isWeighted);
  }

  /** The number of samples. */
  public int size() {
    return columns.size();
  }

  /** The inputs, in order. */
  public List<InputColumn> inputs() {
    return columns.inputs();
  }

  /** The labels, in order; empty if there are none. */
  public List<LabelColumn> labels() {
    return columns.labels();
  }

  /**
   * The only input.
   *
   * @throws IllegalStateException if there are several, or none
   */
  public InputColumn input() {
    return columns.input();
  }

  /**
   * The only label.
   *
   * @throws IllegalStateException if a sample has several, or none
   */
  public LabelColumn label() {
    return columns.label();
  }

  /** Returns the same data, with each input value multiplied, for instance by {@code 1.0 / 255}. */
  public Dataset rescale(double scale) {
    return rescale(scale, 0);
  }

  /** Returns the same data, with each input value transformed to {@code value · scale + offset}. */
  public Dataset rescale(double scale, double offset) {
    Arguments.requireFinite("scale", scale);
    Arguments.requireFinite("offset", offset);
    return new Dataset(
        columns.inputs(
            columns.inputs().stream().map(column -> column.rescale(scale, offset)).toList()));
  }

  /**
   * Returns the same data, the values of each input transformed by a function, whenever they are
   * read.
   *
   * <pre>{@code
   * Dataset inputs = train.map(Applications.resNet50()::preprocessInput);
   * }</pre>
   *
   * @param function returns the values of one sample transformed, as many as it gets; called by
   *     several threads
   * @throws DataException when a sample is read, if the function returns another number of values
   */
  public Dataset map(UnaryOperator<float[]> function) {
    Objects.requireNonNull(function, "function");
    return new Dataset(
        columns.inputs(columns.inputs().stream().map(column -> column.map(function)).toList()));
  }

  /**
   * Returns the same data, with each sample cached in memory once it has been read: images are
   * decoded only in the first epoch. Data sets derived from it share the cache. It takes one byte
   * per value for samples whose values are all integers from 0 to 255, four otherwise; inputs that
   * are already in memory are left as they are.
   *
   * <pre>{@code
   * Dataset train = ImageFolder.of(path).dataset().cache().rescale(1.0 / 255);
   * }</pre>
   */
  public Dataset cache() {
    return new Dataset(SampleCache.inMemory(columns));
  }

  /**
   * Returns the same data, with its samples cached in a file, from which they are read in each
   * epoch. If the file does not exist, it is written immediately, atomically and by several
   * threads; later runs reuse it. Labels, and inputs that are already in memory, stay in memory.
   *
   * <p>The file contains a fingerprint of its data: the number of samples, their shape and
   * decoding, and the names, order, sizes and modification times of their files. Each sample has a
   * checksum.
   *
   * @param file the cache file, for instance {@code train.cache}
   * @throws DataException if a sample cannot be read, or the file cannot be written, is not a
   *     cache, is corrupt, or was written for other data; it is then left unchanged
   */
  public Dataset cache(Path file) {
    return new Dataset(SampleCache.onDisk(columns, Objects.requireNonNull(file, "file")));
  }

  /**
   * Returns the same data with integer labels converted to one-hot rows.
   *
   * @param classes the number of classes
   * @throws DataException if the labels are not integers, or one is out of range
   * @throws IllegalStateException if a sample has several labels
   */
  public Dataset oneHot(int classes) {
    if (columns.labels().isEmpty()) {
      throw LabelColumn.noClassIndices("no labels");
    }
    return new Dataset(columns.labels(List.of(label().oneHot(classes))));
  }

  /**
   * Returns the same data with the names of the classes, by class index.
   *
   * @param classNames the names
   * @throws IllegalStateException if a sample has several labels, or none
   */
  public Dataset classNames(List<String> classNames) {
    Arguments.requireNoNulls("classNames", classNames);
    return new Dataset(columns.labels(List.of(label().classNames(classNames))));
  }

  /**
   * Checks that all input values are finite.
   *
   * @throws DataException if a value is NaN or infinite; the message names the first such sample
   */
  public void requireFinite() {
    columns.inputs().forEach(InputColumn::requireFinite);
  }

  /**
   * Returns the first samples.
   *
   * @param count the number of samples; all if there are fewer
   */
  public Dataset take(int count) {
    Arguments.requireNotNegative("count", count);
    return new Dataset(columns.range(0, Math.min(count, size())));
  }

  /**
   * Returns all but the first samples.
   *
   * @param count the number of samples to skip; all if there are fewer
   */
  public Dataset skip(int count) {
    Arguments.requireNotNegative("count", count);
    return new Dataset(columns.range(Math.min(count, size()), size()));
  }

  /** The number of samples, their inputs and labels: {@code 4 samples of [2] with targets [1]}. */
  @Override
  public String toString() {
    return columns.toString();
  }
}
