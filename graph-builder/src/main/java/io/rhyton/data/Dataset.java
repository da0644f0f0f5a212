package io.rhyton.data;

import io.rhyton.model.Arguments;
import io.rhyton.model.layer.ShapeText;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Samples of one shape, with or without labels, in memory. Immutable: every method that changes
 * something returns a view over the same values.
 *
 * <p>Images may be kept as bytes, which takes a quarter of the memory; they become floats batch by
 * batch, ahead of the training step.
 */
public final class Dataset {
  /** As long as every Java lets an array be. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Shape shape;
  private final Samples samples;
  private final Labels labels;
  private final int start;
  private final int size;

  private Dataset(Shape shape, Samples samples, Labels labels, int start, int size) {
    this.shape = shape;
    this.samples = samples;
    this.labels = labels;
    this.start = start;
    this.size = size;
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
    return of(image(height, width, channels), ByteSamples.of(pixels), new ClassNumbers(labels));
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
    return of(image(height, width, channels), FloatSamples.of(pixels), new ClassNumbers(labels));
  }

  /**
   * Images without labels, to predict.
   *
   * @param height pixels
   * @param width pixels
   * @param channels values a pixel
   * @param pixels image by image, row by row, channels last; not copied
   * @throws IllegalArgumentException if a size is not above 0
   * @throws DataException if the last image is not whole
   */
  public static Dataset images(int height, int width, int channels, float[] pixels) {
    Shape shape = image(height, width, channels);
    return of(shape, FloatSamples.of(pixels), new NoLabels((int) (pixels.length / shape.size())));
  }

  private static Shape image(int height, int width, int channels) {
    return Shape.of(
        Arguments.requirePositive("height", height),
        Arguments.requirePositive("width", width),
        Arguments.requirePositive("channels", channels));
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
    Shape shape =
        Shape.of(
            Arguments.requirePositive("steps", steps),
            Arguments.requirePositive("features", features));
    return of(shape, FloatSamples.of(values), new ClassNumbers(labels));
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
    return vectors(samples, new ClassNumbers(labels));
  }

  /**
   * Vectors with rows of targets: one-hot classes, or values to approximate.
   *
   * @param samples one row a sample, all of one length
   * @param targets one row a sample, all of one length; not copied
   * @throws DataException if the rows or counts differ, or there are more values than an array
   *     holds
   */
  public static Dataset vectors(float[][] samples, float[][] targets) {
    rowLength("targets", targets);
    return vectors(samples, new Targets(targets));
  }

  private static Dataset vectors(float[][] samples, Labels labels) {
    int length = rowLength("samples", samples);
    long size = (long) samples.length * length;
    if (size > MOST_VALUES) {
      throw new DataException(
          "Data set",
          "at most " + MOST_VALUES + " values",
          samples.length + " samples of " + length,
          "Give fewer samples at a time.");
    }
    float[] values = new float[(int) size];
    for (int i = 0; i < samples.length; i++) {
      System.arraycopy(samples[i], 0, values, i * length, length);
    }
    return of(Shape.of(length), FloatSamples.of(values), labels);
  }

  private static int rowLength(String what, float[][] rows) {
    int length = rows.length == 0 ? 1 : rows[0].length;
    if (length == 0) {
      throw new DataException(
          "Data set", what + " of at least one value", "empty rows", "Give every row its values.");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != length) {
        throw new DataException(
            "Data set",
            what + " of one length, " + length,
            rows[i].length + " values in row " + i,
            "Give every row the same number of values.");
      }
    }
    return length;
  }

  private static Dataset of(Shape shape, Samples samples, Labels labels) {
    if (samples.length() != shape.size() * labels.size()) {
      throw new DataException(
          "Data set",
          labels.size() + " samples of " + shape.size() + " values " + ShapeText.of(shape),
          samples.length() + " values",
          "Give as many samples as labels, each of the whole shape.");
    }
    return new Dataset(shape, samples, labels, 0, labels.size());
  }

  /** The number of samples. */
  public int size() {
    return size;
  }

  /** The shape of one sample, without the batch. */
  public Shape shape() {
    return shape;
  }

  /** The form of the labels. */
  public LabelKind labelKind() {
    return labels.kind();
  }

  /** The number of values in one label: the classes of a one-hot one; 0 without labels. */
  public int labelWidth() {
    return labels.width();
  }

  /**
   * The class number of a sample; for a row of targets the place of its largest value.
   *
   * @param index from 0
   */
  public int label(int index) {
    return labels.classNumber(place(index));
  }

  /**
   * A sample's values.
   *
   * @param index from 0
   */
  public float[] input(int index) {
    float[] values = new float[(int) shape.size()];
    copyInput(index, values, 0);
    return values;
  }

  /**
   * Copies a sample's values.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   */
  public void copyInput(int index, float[] into, int at) {
    int length = (int) shape.size();
    samples.copy(place(index) * length, length, into, at);
  }

  /**
   * Copies a sample's label as {@link #labelWidth()} floats.
   *
   * @param index from 0
   * @param into where to
   * @param at the first place there
   */
  public void copyLabel(int index, float[] into, int at) {
    labels.copy(place(index), into, at);
  }

  private int place(int index) {
    return start + Objects.checkIndex(index, size);
  }

  /** The same data, each input value multiplied, for instance by {@code 1.0 / 255}. */
  public Dataset rescale(double scale) {
    return rescale(scale, 0);
  }

  /** The same data, each input value delivered as {@code value · scale + offset}. */
  public Dataset rescale(double scale, double offset) {
    Arguments.requireFinite("scale", scale);
    Arguments.requireFinite("offset", offset);
    return new Dataset(shape, samples.rescale(scale, offset), labels, start, size);
  }

  /**
   * The same data with class numbers delivered as one-hot rows.
   *
   * @param classes how many there are
   * @throws DataException if there are no class numbers, or one is outside the classes
   */
  public Dataset oneHot(int classes) {
    Arguments.requirePositive("classes", classes);
    requireClassNumbers(classes);
    return new Dataset(shape, samples, new OneHot(labels, classes), start, size);
  }

  /**
   * Checks that the labels are class numbers from 0 to {@code classes - 1}.
   *
   * @throws DataException if they are not
   */
  public void requireClassNumbers(int classes) {
    if (labels.kind() != LabelKind.CLASS_NUMBERS) {
      throw new DataException(
          "Data set",
          "labels that are class numbers",
          labels.kind() == LabelKind.NONE ? "no labels" : "rows of " + labels.width() + " targets",
          "Give an int[] of labels.");
    }
    for (int i = 0; i < size; i++) {
      int label = label(i);
      if (label < 0 || label >= classes) {
        throw new DataException(
            "Data set",
            "labels from 0 to " + (classes - 1),
            label + " at sample " + i,
            "Correct the label, or give the model more outputs.");
      }
    }
  }

  /**
   * The first samples.
   *
   * @param count how many; all of them if there are fewer
   */
  public Dataset take(int count) {
    Arguments.requireNotNegative("count", count);
    return new Dataset(shape, samples, labels, start, Math.min(count, size));
  }

  /**
   * All but the first samples.
   *
   * @param count how many to leave out; all of them if there are fewer
   */
  public Dataset skip(int count) {
    Arguments.requireNotNegative("count", count);
    int skipped = Math.min(count, size);
    return new Dataset(shape, samples, labels, start + skipped, size - skipped);
  }

  @Override
  public String toString() {
    return size + " samples of " + ShapeText.of(shape);
  }
}
