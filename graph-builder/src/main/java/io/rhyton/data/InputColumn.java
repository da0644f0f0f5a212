package io.rhyton.data;

import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tensorflow.ndarray.Shape;

/** One input of the samples of a data set. Immutable. */
public final class InputColumn implements Column {
  private final String name;
  private final Shape shape;
  private final Samples samples;
  private final int start;
  private final int size;

  /**
   * Creates a column.
   *
   * @param start the number of samples skipped at the start
   * @param size the number of samples from there on
   */
  private InputColumn(String name, Shape shape, Samples samples, int start, int size) {
    this.name = name;
    this.shape = shape;
    this.samples = samples;
    this.start = start;
    this.size = size;
  }

  /** Returns an unnamed column. */
  static InputColumn of(Shape shape, Samples samples) {
    return new InputColumn("", shape, samples, 0, samples.size());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void copy(int sample, float[] into, int at) {
    samples.copy(start + Objects.checkIndex(sample, size), into, at);
  }

  Samples samples() {
    return samples;
  }

  /** The number of samples skipped at the start. */
  int start() {
    return start;
  }

  /** The number of values per sample. */
  int width() {
    return Math.toIntExact(shape.size());
  }

  InputColumn named(String other) {
    return new InputColumn(other, shape, samples, start, size);
  }

  /** The samples from one index to before another. */
  InputColumn range(int from, int to) {
    return new InputColumn(name, shape, samples, start + from, to - from);
  }

  InputColumn rescale(double scale, double offset) {
    return new InputColumn(name, shape, samples.rescale(scale, offset), start, size);
  }

  InputColumn map(UnaryOperator<float[]> function) {
    return new InputColumn(name, shape, new Mapped(samples, width(), function), start, size);
  }

  InputColumn replaceLazy(Function<LazySamples, Samples> cache) {
    return new InputColumn(name, shape, samples.replaceLazy(cache), start, size);
  }

  /** Checks that the values are finite. */
  void requireFinite() {
    int found = samples.firstNotFinite(start, size);
    if (found >= 0) {
      throw new DataException(
          "Data set",
          "finite values",
          firstNotFinite(found - start) + " in sample " + (found - start),
          "Leave the sample out, or replace the value.");
    }
  }

  private float firstNotFinite(int sample) {
    float[] values = values(sample);
    int i = 0;
    while (Float.isFinite(values[i])) {
      i++;
    }
    return values[i];
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "" : MessageText.name(name) + " ") + ShapeText.of(shape);
  }
}
