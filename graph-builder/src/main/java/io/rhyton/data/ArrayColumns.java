package io.rhyton.data;

import io.rhyton.error.Arguments;
import io.rhyton.model.shape.ShapeText;
import java.util.Arrays;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/** Creates the columns of a data set from arrays, and checks that they hold whole samples. */
final class ArrayColumns {
  private ArrayColumns() {}

  /** The shape of an image. */
  static Shape image(int height, int width, int channels) {
    return Shape.of(
        Arguments.requirePositive("height", height),
        Arguments.requirePositive("width", width),
        Arguments.requirePositive("channels", channels));
  }

  /** The shape of a sequence. */
  static Shape sequence(int steps, int features) {
    return Shape.of(
        Arguments.requirePositive("steps", steps), Arguments.requirePositive("features", features));
  }

  /** An input with as many samples as the bytes hold. */
  static InputColumn input(Shape shape, byte[] values) {
    return input(shape, values, wholeSamples(shape, values.length));
  }

  /** An input with {@code size} samples. */
  static InputColumn input(Shape shape, byte[] values, int size) {
    requireSize(shape, values.length, size);
    return InputColumn.of(shape, ByteSamples.of((int) shape.size(), values));
  }

  /** An input with as many samples as the floats hold. */
  static InputColumn input(Shape shape, float[] values) {
    return input(shape, values, wholeSamples(shape, values.length));
  }

  /** An input with {@code size} samples. */
  static InputColumn input(Shape shape, float[] values, int size) {
    requireSize(shape, values.length, size);
    return InputColumn.of(shape, FloatSamples.of((int) shape.size(), values));
  }

  /** An input from a nested array with one element per sample. */
  static InputColumn samples(Object[] samples) {
    FlatArray flat = FlatArray.of("samples", samples);
    return input(flat.shape(), flat.values(), flat.size());
  }

  /** An input from a nested array with {@code size} elements. */
  static InputColumn samples(Object[] samples, int size) {
    FlatArray flat = FlatArray.of("samples", samples);
    return input(flat.shape(), flat.values(), size);
  }

  /** One integer label per sample. */
  static LabelColumn classIndices(int[] labels) {
    return LabelColumn.of(new ClassIndices(Objects.requireNonNull(labels, "labels")));
  }

  /** Several integer labels per sample. */
  static LabelColumn classIndices(Shape shape, int[] labels) {
    requireWholeLabels(shape, labels.length);
    return LabelColumn.of(new ClassIndices(shape, labels));
  }

  /** Targets from a nested array with one element per sample. */
  static LabelColumn targets(Object[] targets) {
    FlatArray flat = FlatArray.of("targets", targets);
    return LabelColumn.of(new Targets(flat.shape(), flat.values()));
  }

  /** Targets of any shape per sample. */
  static LabelColumn targets(Shape shape, float[] values) {
    requireWholeLabels(shape, values.length);
    return LabelColumn.of(new Targets(shape, values));
  }

  private static int wholeSamples(Shape shape, int values) {
    return (int) (values / requireSizes(shape).size());
  }

  /** Checks that all sizes of a sample shape are known and positive. */
  static Shape requireSizes(Shape shape) {
    Objects.requireNonNull(shape, "shape");
    if (shape.isUnknown() || Arrays.stream(shape.asArray()).anyMatch(size -> size < 1)) {
      throw new IllegalArgumentException(
          "shape must have sizes > 0, got " + (shape.isUnknown() ? "none" : ShapeText.of(shape)));
    }
    return shape;
  }

  private static void requireSize(Shape shape, int values, int size) {
    if (values != shape.size() * size) {
      throw new DataException(
          "Data set",
          size + " samples of " + shape.size() + " values " + ShapeText.of(shape),
          values + " values",
          "Provide as many samples as labels, each of the full shape.");
    }
  }

  private static void requireWholeLabels(Shape shape, int values) {
    if (values % requireSizes(shape).size() != 0) {
      throw new DataException(
          "Data set",
          "labels of " + shape.size() + " values " + ShapeText.of(shape),
          values + " values",
          "Provide a complete label for each sample.");
    }
  }
}
