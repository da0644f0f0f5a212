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
 * The tensors of one batch: samples for each input, labels for each output that is measured, and
 * what these labels count unless each counts 1.
 */
public final class Feed implements AutoCloseable {
  private final int size;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Tensor> labels = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Tensor> weights = new ArrayList<>();

  /** Starts a batch of so many samples. */
  @MustBeClosed
  public Feed(int size) {
    this.size = size;
  }

  /** Adds the samples of the next input, copying them. */
  public void addInput(Shape sample, float[] values) {
    addInput(sample).write(values);
  }

  /** Adds the next input; returns where its samples are to be written before the batch is fed. */
  public FloatDataBuffer addInput(Shape sample) {
    return floats(inputs, sample);
  }

  /** Adds the next labels; returns where they are to be written before the batch is fed. */
  FloatDataBuffer addTargets(Shape sample) {
    return floats(labels, sample);
  }

  /** Adds the next labels; returns where they are to be written before the batch is fed. */
  LongDataBuffer addClassNumbers(Shape sample) {
    TInt64 tensor = TInt64.tensorOf(sample.prepend(size));
    labels.add(tensor);
    return tensor.asRawTensor().data().asLongs();
  }

  /** Adds what the next labels count; returns where it is to be written before the batch is fed. */
  FloatDataBuffer addWeights(Shape sample) {
    return floats(weights, sample);
  }

  private FloatDataBuffer floats(List<Tensor> tensors, Shape sample) {
    TFloat32 tensor = TFloat32.tensorOf(sample.prepend(size));
    tensors.add(tensor);
    return tensor.asRawTensor().data().asFloats();
  }

  /** Whether some labels count more than others. */
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

  /** Takes other samples for one input: those of a result, which is closed with this. */
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
    results.forEach(Result::close);
    weights.forEach(Tensor::close);
  }
}
