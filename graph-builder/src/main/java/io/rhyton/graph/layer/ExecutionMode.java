package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness;
import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Ops;

/** The mode in which layers are emitted, training or inference, and their compute dtype. */
public final class ExecutionMode {
  private final ComputeDtype computeDtype;
  private final @Nullable Randomness randomness;
  private final @Nullable Backpropagation backpropagation;

  private ExecutionMode(
      ComputeDtype computeDtype,
      @Nullable Randomness randomness,
      @Nullable Backpropagation backpropagation) {
    this.computeDtype = computeDtype;
    this.randomness = randomness;
    this.backpropagation = backpropagation;
  }

  public static ExecutionMode inference(ComputeDtype computeDtype) {
    return new ExecutionMode(computeDtype, null, null);
  }

  /** Training mode for callers that differentiate the emitted ops themselves. */
  public static ExecutionMode training(Randomness randomness) {
    return new ExecutionMode(ComputeDtype.FLOAT32, randomness, null);
  }

  /** Training mode with gradients by {@link Backpropagation}. */
  public static ExecutionMode training(
      ComputeDtype computeDtype, Randomness randomness, Backpropagation backpropagation) {
    return new ExecutionMode(computeDtype, randomness, backpropagation);
  }

  ComputeDtype computeDtype() {
    return computeDtype;
  }

  /**
   * Returns the output of a layer as the following layers read it.
   *
   * @param isShared whether it has more than one consumer
   */
  LayerOutputTensor passOn(Ops tf, LayerOutputTensor output, boolean isShared) {
    return backpropagation != null ? backpropagation.cut(tf, output, isShared) : output;
  }

  /**
   * Returns the mode of a call in inference mode within training; gradients still flow through it.
   */
  ExecutionMode inInferenceMode() {
    return new ExecutionMode(computeDtype, null, backpropagation);
  }

  boolean isTraining() {
    return randomness != null;
  }

  Randomness randomness() {
    if (randomness == null) {
      throw new IllegalStateException("inference uses no random numbers");
    }
    return randomness;
  }
}
