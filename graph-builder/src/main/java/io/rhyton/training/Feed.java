package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The tensors of one batch. */
final class Feed implements AutoCloseable {
  private final int size;
  private final TFloat32 inputs;
  private final @Nullable Tensor labels;

  private Feed(int size, TFloat32 inputs, @Nullable Tensor labels) {
    this.size = size;
    this.inputs = inputs;
    this.labels = labels;
  }

  /** Samples alone. */
  @MustBeClosed
  static Feed of(int size, Shape sample, float[] inputs) {
    return new Feed(size, floats(sample.prepend(size), inputs), null);
  }

  /** Samples with rows of floats as labels. */
  @MustBeClosed
  static Feed of(int size, Shape sample, float[] inputs, int width, float[] rows) {
    TFloat32 samples = floats(sample.prepend(size), inputs);
    return new Feed(size, samples, floats(Shape.of(size, width), rows));
  }

  /** Samples with class numbers as labels. */
  @MustBeClosed
  static Feed of(int size, Shape sample, float[] inputs, long[] classNumbers) {
    TFloat32 samples = floats(sample.prepend(size), inputs);
    TInt64 numbers = TInt64.tensorOf(Shape.of(size));
    numbers.asRawTensor().data().asLongs().write(classNumbers, 0, size);
    return new Feed(size, samples, numbers);
  }

  private static TFloat32 floats(Shape shape, float[] values) {
    TFloat32 tensor = TFloat32.tensorOf(shape);
    tensor.asRawTensor().data().asFloats().write(values, 0, (int) shape.size());
    return tensor;
  }

  int size() {
    return size;
  }

  TFloat32 inputs() {
    return inputs;
  }

  Tensor labels() {
    if (labels == null) {
      throw new IllegalStateException("the batch has no labels");
    }
    return labels;
  }

  @Override
  public void close() {
    inputs.close();
    if (labels != null) {
      labels.close();
    }
  }
}
