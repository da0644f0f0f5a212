package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The tensors of one batch: samples for each input, labels for each output that is measured. */
final class Feed implements AutoCloseable {
  private final int size;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Tensor> labels = new ArrayList<>();

  /** Starts a batch of so many samples. */
  @MustBeClosed
  Feed(int size) {
    this.size = size;
  }

  /** Adds the samples of the next input, copying them. */
  void addInput(Shape sample, float[] values) {
    inputs.add(floats(sample, values));
  }

  /** Adds the next labels, copying them. */
  void addLabels(Shape sample, float[] values) {
    labels.add(floats(sample, values));
  }

  /** Adds the class numbers of the next labels, copying them. */
  void addLabels(Shape sample, long[] values) {
    TInt64 tensor = TInt64.tensorOf(sample.prepend(size));
    tensor.asRawTensor().data().asLongs().write(values, 0, (int) tensor.size());
    labels.add(tensor);
  }

  private TFloat32 floats(Shape sample, float[] values) {
    TFloat32 tensor = TFloat32.tensorOf(sample.prepend(size));
    tensor.asRawTensor().data().asFloats().write(values, 0, (int) tensor.size());
    return tensor;
  }

  int size() {
    return size;
  }

  void feedInputs(Session.Runner runner, List<? extends Operand<?>> placeholders) {
    feed(runner, placeholders, inputs);
  }

  void feedLabels(Session.Runner runner, List<? extends Operand<?>> placeholders) {
    feed(runner, placeholders, labels);
  }

  private static void feed(
      Session.Runner runner, List<? extends Operand<?>> placeholders, List<Tensor> tensors) {
    if (placeholders.size() != tensors.size()) {
      throw new IllegalStateException(
          placeholders.size() + " tensors are to be fed, the batch has " + tensors.size());
    }
    for (int i = 0; i < tensors.size(); i++) {
      runner.feed(placeholders.get(i), tensors.get(i));
    }
  }

  @Override
  public void close() {
    inputs.forEach(Tensor::close);
    labels.forEach(Tensor::close);
  }
}
