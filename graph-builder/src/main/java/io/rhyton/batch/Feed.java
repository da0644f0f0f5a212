package io.rhyton.batch;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.LongDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The tensors of one batch: the samples of each input, the labels of each output with a loss or
 * metric, and the sample weights of these labels, if any.
 */
public final class Feed implements AutoCloseable {
  private final int size;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Tensor> labels = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Tensor> weights = new ArrayList<>();

  /** Creates an empty batch of that size. */
  @MustBeClosed
  public Feed(int size) {
    this.size = size;
  }

  /** Adds the next input, copying its samples. */
  public void addInput(Shape sample, float[] values) {
    addInput(sample).write(values);
  }

  /** Adds the next input; returns the buffer to write its samples to before the batch is fed. */
  public FloatDataBuffer addInput(Shape sample) {
    return floats(inputs, sample);
  }

  /** Adds the next labels; returns the buffer to write them to before the batch is fed. */
  FloatDataBuffer addTargets(Shape sample) {
    return floats(labels, sample);
  }

  /** Adds the next labels; returns the buffer to write them to before the batch is fed. */
  LongDataBuffer addClassIndices(Shape sample) {
    TInt64 tensor = TInt64.tensorOf(sample.prepend(size));
    labels.add(tensor);
    return tensor.asRawTensor().data().asLongs();
  }

  /** Adds the next sample weights; returns the buffer to write them to before the batch is fed. */
  FloatDataBuffer addWeights(Shape sample) {
    return floats(weights, sample);
  }

  private FloatDataBuffer floats(List<Tensor> tensors, Shape sample) {
    TFloat32 tensor = TFloat32.tensorOf(sample.prepend(size));
    tensors.add(tensor);
    return tensor.asRawTensor().data().asFloats();
  }

  /** Whether the batch has sample weights. */
  public boolean isWeighted() {
    return !weights.isEmpty();
  }

  public int size() {
    return size;
  }

  /** The samples of one input. */
  Tensor input(int index) {
    return inputs.get(index);
  }

  /** Replaces the samples of one input with a result, which is closed with this. */
  void replaceInput(int index, Result result) {
    results.add(result);
    inputs.set(index, result.get(0)).close();
  }

  public void feedInputs(Session.Runner runner, List<? extends Operand<?>> placeholders) {
    feed(runner, placeholders, inputs);
  }

  public void feedLabels(Session.Runner runner, List<? extends Operand<?>> placeholders) {
    feed(runner, placeholders, labels);
  }

  public void feedWeights(Session.Runner runner, List<? extends Operand<?>> placeholders) {
    feed(runner, placeholders, weights);
  }

  private static void feed(
      Session.Runner runner, List<? extends Operand<?>> placeholders, List<Tensor> tensors) {
    if (placeholders.size() != tensors.size()) {
      throw new IllegalStateException(
          placeholders.size() + " tensors must be fed, the batch has " + tensors.size());
    }
    for (int i = 0; i < tensors.size(); i++) {
      runner.feed(placeholders.get(i), tensors.get(i));
    }
  }

  @Override
  public void close() {
    inputs.forEach(Tensor::close);
    labels.forEach(Tensor::close);
    results.forEach(Result::close);
    weights.forEach(Tensor::close);
  }
}
