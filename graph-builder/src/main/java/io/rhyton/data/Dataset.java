package io.rhyton.data;

import io.rhyton.data.image.ImageFolder;
import io.rhyton.error.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Samples with or without labels, in memory or in files. Immutable: every method that changes
 * something returns a view over the same values.
 *
 * <p>Images may be kept as bytes, which takes a quarter of the memory; they become floats batch by
 * batch, ahead of the training step.
 *
 * <p>Data for a model with several inputs or outputs is joined of parts, in the order of the
 * model's inputs and outputs or by the names of their layers:
 *
 * <pre>{@code
 * Dataset.join(
 *     Dataset.images(32, 32, 3, pixels, digits).named("image", "digit"),
 *     Dataset.vectors(places).named("place"),
 *     Dataset.targets(angles).named("angle"))
 * }</pre>
 */
public final class Dataset {
  private final Columns columns;

  public Dataset(Columns columns) {
    this.columns = columns;
  }

  /**
   * Images with class numbers, kept as bytes and delivered as numbers from 0 to 255.
   *
   * @param height pixels
   * @param width pixels
   * @param channels values a pixel
   * @param pixels unsigned bytes, image by image, row by row, channels last; not copied
   * @param labels a class number for each image, from 0; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if there are more or fewer pixels than the labels need
   */
  public static Dataset images(int height, int width, int channels, byte[] pixels, int[] labels) {
    Shape shape = ArrayColumns.image(height, width, channels);
    return of(ArrayColumns.input(shape, pixels, labels.length), ArrayColumns.classNumbers(labels));
  }

  /**
   * Images with class numbers, kept as floats.
   *
   * @param height pixels
   * @param width pixels
   * @param channels values a pixel
   * @param pixels image by image, row by row, channels last; not copied
   * @param labels a class number for each image, from 0; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if there are more or fewer pixels than the labels need
   */
  public static Dataset images(int height, int width, int channels, float[] pixels, int[] labels) {
    Shape shape = ArrayColumns.image(height, width, channels);
    return of(ArrayColumns.input(shape, pixels, labels.length), ArrayColumns.classNumbers(labels));
  }

  /**
   * Images without labels, to predict or to be joined with labels.
   *
   * @param height pixels
   * @param width pixels
   * @param channels values a pixel
   * @param pixels image by image, row by row, channels last; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if the last image is not whole
   */
  public static Dataset images(int height, int width, int channels, float[] pixels) {
    return samples(ArrayColumns.image(height, width, channels), pixels);
  }

  /**
   * Sequences with class numbers.
   *
   * @param steps places in a sequence
   * @param features values at each place
   * @param values sequence by sequence, step by step; not copied
   * @param labels a class number for each sequence, from 0; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if there are more or fewer values than the labels need
   */
  public static Dataset sequences(int steps, int features, float[] values, int[] labels) {
    Shape shape = ArrayColumns.sequence(steps, features);
    return of(ArrayColumns.input(shape, values, labels.length), ArrayColumns.classNumbers(labels));
  }

  /**
   * Vectors with class numbers.
   *
   * @param samples one row a sample, all of one length
   * @param labels a class number for each sample, from 0; not copied
   * @throws DataException if the rows or counts differ, or there are more values than an array
   *     holds
   */
  public static Dataset vectors(float[][] samples, int[] labels) {
    return of(ArrayColumns.vectors(samples, labels.length), ArrayColumns.classNumbers(labels));
  }

  /**
   * Vectors with rows of targets: one-hot classes, or values to approximate.
   *
   * @param samples one row a sample, all of one length
   * @param targets one row a sample, all of one length
   * @throws DataException if the rows or counts differ, or there are more values than an array
   *     holds
   */
  public static Dataset vectors(float[][] samples, float[][] targets) {
    return of(ArrayColumns.vectors(samples, targets.length), ArrayColumns.targets(targets));
  }

  /**
   * Vectors without labels, to predict or to be joined with labels.
   *
   * @param samples one row a sample, all of one length
   * @throws DataException if the rows differ, or there are more values than an array holds
   */
  public static Dataset vectors(float[][] samples) {
    return of(ArrayColumns.vectors(samples));
  }

  /**
   * Samples of any shape without labels, to predict or to be joined with labels.
   *
   * @param shape the shape of one sample, without the batch
   * @param values sample by sample, the last axis fastest; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if the last sample is not whole
   */
  public static Dataset samples(Shape shape, float[] values) {
    return of(ArrayColumns.input(shape, values));
  }

  /**
   * Samples of any shape without labels, kept as bytes and delivered as numbers from 0 to 255.
   *
   * @param shape the shape of one sample, without the batch
   * @param values unsigned bytes, sample by sample, the last axis fastest; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if the last sample is not whole
   */
  public static Dataset samples(Shape shape, byte[] values) {
    return of(ArrayColumns.input(shape, values));
  }

  public static Dataset of(InputColumn input) {
    return new Dataset(new Columns(List.of(input), List.of(), input.size()));
  }

  public static Dataset of(InputColumn input, LabelColumn label) {
    return new Dataset(new Columns(List.of(input), List.of(label), label.size()));
  }

  /**
   * Images in a folder for each class, as RGB of 256 by 256 pixels with class numbers; see {@link
   * #imageFolder(ImageFolder)}.
   *
   * @param folder where the folders of the classes are
   * @throws DataException if it cannot be read, or there is no image of a class
   */
  public static Dataset imageFolder(Path folder) {
    return imageFolder(ImageFolder.of(folder));
  }

  /**
   * Images in a folder for each class, delivered as numbers from 0 to 255, and equal to those of
   * Keras's {@code image_dataset_from_directory}. They stay in their files: an image is read and
   * decoded when it is needed, and again in each epoch, by several threads and ahead of the
   * training step.
   *
   * <p>A file that is gone by then, or is no image, is a {@code DataException} that names it.
   *
   * @param folder where they are and how to read them
   * @throws IllegalArgumentException if a share to validate on is given without subset and seed
   * @throws DataException if the folder cannot be read, or there is no image of a class
   */
  public static Dataset imageFolder(ImageFolder folder) {
    return folder.read();
  }

  /**
   * Class numbers alone, to be joined with samples.
   *
   * @param labels a class number for each sample, from 0; not copied
   */
  public static Dataset classNumbers(int[] labels) {
    return labels(ArrayColumns.classNumbers(labels));
  }

  /**
   * Several class numbers for each sample, as for the pixels of images, to be joined with samples.
   *
   * @param shape the shape of the numbers of one sample
   * @param labels class numbers from 0, sample by sample, the last axis fastest; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if those of the last sample are not whole
   */
  public static Dataset classNumbers(Shape shape, int[] labels) {
    return labels(ArrayColumns.classNumbers(shape, labels));
  }

  /**
   * Rows of targets alone, to be joined with samples.
   *
   * @param targets one row a sample, all of one length
   * @throws DataException if the rows differ, or there are more values than an array holds
   */
  public static Dataset targets(float[][] targets) {
    return labels(ArrayColumns.targets(targets));
  }

  /**
   * Targets of any shape, to be joined with samples.
   *
   * @param shape the shape of the targets of one sample
   * @param values sample by sample, the last axis fastest; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if those of the last sample are not whole
   */
  public static Dataset targets(Shape shape, float[] values) {
    return labels(ArrayColumns.targets(shape, values));
  }

  private static Dataset labels(LabelColumn label) {
    return new Dataset(new Columns(List.of(), List.of(label), label.size()));
  }

  /**
   * Joins data sets of equal size: a sample then has the inputs and the labels of all of them, in
   * order.
   *
   * @param parts samples, labels, or both
   * @throws IllegalArgumentException if there are none
   * @throws DataException if their sizes differ, a name is there twice, or some inputs or some
   *     labels have names and others none
   */
  public static Dataset join(Dataset... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("parts must be at least one data set, got none");
    }
    return new Dataset(Columns.join(Arrays.stream(parts).map(part -> part.columns).toList()));
  }

  /**
   * The same data, its parts named by the layers of a model that they are for.
   *
   * @param names the name of every input, then that of every label
   * @throws IllegalArgumentException if there are more or fewer names than inputs and labels
   * @throws DataException if a name is there twice
   */
  public Dataset named(String... names) {
    return new Dataset(columns.named(names));
  }

  /**
   * The same data, of which some samples count more than others in the loss, as {@code
   * sample_weight} of Keras says: for every label that is here. Metrics do not heed it.
   *
   * @param weights what each sample counts; not copied
   * @throws DataException if there are more or fewer weights than samples, one is not finite, or
   *     there are no labels
   */
  public Dataset weighted(float... weights) {
    return weighted(Shape.scalar(), weights);
  }

  /**
   * The same data, of which some places of labels count more than others in the loss, such as some
   * pixels of an image. Metrics do not heed it.
   *
   * @param shape the shape of the weights of one sample: that of its class numbers, or that of its
   *     targets without the last axis
   * @param weights what each place counts, sample by sample; not copied
   * @throws DataException if there are more or fewer weights, one is not finite, or there are no
   *     labels
   */
  public Dataset weighted(Shape shape, float[] weights) {
    Shape each = ArrayColumns.requireSizes(shape);
    return new Dataset(columns.weighted(WeightColumn.of(each, weights, size())));
  }

  /** Whether some labels count more than others. */
  public boolean isWeighted() {
    return columns.labels().stream().anyMatch(each -> each.weights() != null);
  }

  /**
   * The shape of what one label counts; a scalar if all of it counts the same.
   *
   * @throws IllegalStateException if a sample has several labels, or none
   */
  public Shape weightShape() {
    WeightColumn weights = columns.label().weights();
    return weights == null ? Shape.scalar() : weights.shape();
  }

  /**
   * Copies what a sample's label counts, 1 unless weighted.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   * @throws IllegalStateException if a sample has several labels, or none
   */
  public void copyWeights(int index, float[] into, int at) {
    WeightColumn weights = columns.label().weights();
    if (weights == null) {
      into[at] = 1;
    } else {
      weights.copy(checked(index), into, at);
    }
  }

  /** The number of samples. */
  public int size() {
    return columns.size();
  }

  /** The inputs, each as a data set of its own without labels. */
  public List<Dataset> inputs() {
    return columns.inputs().stream()
        .map(column -> new Dataset(new Columns(List.of(column), List.of(), size())))
        .toList();
  }

  /** The labels, each as a data set of its own without inputs. */
  public List<Dataset> labels() {
    return columns.labels().stream()
        .map(column -> new Dataset(new Columns(List.of(), List.of(column), size())))
        .toList();
  }

  /**
   * The name of the only input or label, empty if it has none.
   *
   * @throws IllegalStateException if there are several
   */
  public String name() {
    return columns.inputs().isEmpty() ? columns.label().name() : columns.input().name();
  }

  /**
   * The shape of one sample, without the batch.
   *
   * @throws IllegalStateException if there are several inputs, or none
   */
  public Shape shape() {
    return columns.input().shape();
  }

  /**
   * The form of the labels.
   *
   * @throws IllegalStateException if a sample has several
   */
  public LabelKind labelKind() {
    return columns.labels().isEmpty() ? LabelKind.NONE : columns.label().labels().kind();
  }

  /**
   * The shape of one label as floats; that of a single class number is a scalar.
   *
   * @throws IllegalStateException if a sample has several, or none
   */
  public Shape labelShape() {
    return columns.label().labels().shape();
  }

  /**
   * The number of values in one label: the classes of a one-hot one; 0 without labels.
   *
   * @throws IllegalStateException if a sample has several
   */
  public int labelWidth() {
    return columns.labels().isEmpty() ? 0 : (int) labelShape().size();
  }

  /**
   * The names of the classes, in the order of their numbers; empty if they are unknown.
   *
   * @throws IllegalStateException if a sample has several labels
   */
  public List<String> classNames() {
    return columns.labels().isEmpty() ? List.of() : columns.label().classNames();
  }

  /**
   * The class number of a sample; for a row of targets the place of its largest value.
   *
   * @param index from 0
   * @throws IllegalStateException if a sample has several, or none
   */
  public int label(int index) {
    return columns.label().classNumber(checked(index));
  }

  /**
   * A sample's values.
   *
   * @param index from 0
   * @throws IllegalStateException if there are several inputs, or none
   */
  public float[] input(int index) {
    float[] values = new float[(int) shape().size()];
    copyInput(index, values, 0);
    return values;
  }

  /**
   * Copies a sample's values.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   * @throws IllegalStateException if there are several inputs, or none
   */
  public void copyInput(int index, float[] into, int at) {
    columns.input().copy(checked(index), into, at);
  }

  /**
   * Copies a sample's label as {@link #labelWidth()} floats.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   * @throws IllegalStateException if a sample has several, or none
   */
  public void copyLabel(int index, float[] into, int at) {
    columns.label().copy(checked(index), into, at);
  }

  /**
   * Copies the class numbers of a sample.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   * @throws IllegalStateException if a sample has several labels, or none, or the label is no class
   *     number
   */
  public void copyClassNumbers(int index, long[] into, int at) {
    columns.label().copy(checked(index), into, at);
  }

  private int checked(int index) {
    return Objects.checkIndex(index, size());
  }

  /** The same data, each input value multiplied, for instance by {@code 1.0 / 255}. */
  public Dataset rescale(double scale) {
    return rescale(scale, 0);
  }

  /** The same data, each input value delivered as {@code value · scale + offset}. */
  public Dataset rescale(double scale, double offset) {
    Arguments.requireFinite("scale", scale);
    Arguments.requireFinite("offset", offset);
    return new Dataset(
        columns.inputs(
            columns.inputs().stream().map(column -> column.rescale(scale, offset)).toList()));
  }

  /**
   * The same data, each sample kept in memory once it was read: images are then decoded in the
   * first epoch only. All that is made of it shares what is kept. It takes a byte a value where all
   * values of a sample are whole numbers from 0 to 255, else four; inputs that are in memory stay
   * as they are.
   *
   * <pre>{@code
   * Dataset train = Dataset.imageFolder(folder).cache().rescale(1.0 / 255);
   * }</pre>
   */
  public Dataset cache() {
    return new Dataset(SampleCache.inMemory(columns));
  }

  /**
   * The same data, its samples kept in a file, from which they are read in each epoch. The file is
   * made now, by several threads, if it is not there, and appears whole or not at all; another run
   * takes it as it is. Inputs that are in memory stay there, and so do labels.
   *
   * <p>It tells what it was made of: how many samples, their shape and how they are decoded, names,
   * order, sizes and times of the files that they are in. The samples have checksums.
   *
   * @param file where to, for instance {@code train.cache}
   * @throws DataException if a sample cannot be read, or the file cannot be written, is no such
   *     file, is damaged, or was made of other data; it is then left as it is
   */
  public Dataset cache(Path file) {
    return new Dataset(SampleCache.onDisk(columns, file));
  }

  /**
   * The same data with class numbers delivered as one-hot rows.
   *
   * @param classes how many there are
   * @throws DataException if there are no class numbers, or one is outside the classes
   * @throws IllegalStateException if a sample has several labels
   */
  public Dataset oneHot(int classes) {
    Arguments.requirePositive("classes", classes);
    requireClassNumbers(classes);
    return new Dataset(columns.labels(List.of(columns.label().oneHot(classes))));
  }

  /**
   * Checks that the labels are class numbers from 0 to {@code classes - 1}.
   *
   * @throws DataException if they are not
   * @throws IllegalStateException if a sample has several labels
   */
  public void requireClassNumbers(int classes) {
    if (columns.labels().isEmpty()) {
      throw LabelColumn.noClassNumbers("no labels");
    }
    columns.label().requireClassNumbers(classes, size());
  }

  /**
   * Checks that every input value is a number to train on.
   *
   * @throws DataException that names the first sample with one that is NaN or infinite
   */
  public void requireFinite() {
    columns.inputs().forEach(column -> column.requireFinite(size()));
  }

  /**
   * The first samples.
   *
   * @param count how many; all of them if there are fewer
   */
  public Dataset take(int count) {
    Arguments.requireNotNegative("count", count);
    return new Dataset(columns.take(count));
  }

  /**
   * All but the first samples.
   *
   * @param count how many to leave out; all of them if there are fewer
   */
  public Dataset skip(int count) {
    Arguments.requireNotNegative("count", count);
    return new Dataset(columns.skip(count));
  }

  @Override
  public String toString() {
    return columns.toString();
  }
}
