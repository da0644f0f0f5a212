package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness;
import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Ops;

/** The mode in which layers are emitted, training or inference, and their compute dtype. */
public final class Phase {
  private final ProductType products;
  private final @Nullable Randomness randomness;
  private final @Nullable Backpropagation backpropagation;

  private Phase(
      ProductType products,
      @Nullable Randomness randomness,
      @Nullable Backpropagation backpropagation) {
    this.products = products;
    this.randomness = randomness;
    this.backpropagation = backpropagation;
  }

  public static Phase inference(ProductType products) {
    return new Phase(products, null, null);
  }

  /** Training mode for callers that differentiate the emitted ops themselves. */
  public static Phase training(Randomness randomness) {
    return new Phase(ProductType.FLOAT32, randomness, null);
  }

  /** Training mode with gradients by {@link Backpropagation}. */
  public static Phase training(
      ProductType products, Randomness randomness, Backpropagation backpropagation) {
    return new Phase(products, randomness, backpropagation);
  }

  ProductType products() {
    return products;
  }

  /**
   * Returns the output of a layer as the following layers read it.
   *
   * @param isShared whether it has more than one consumer
   */
  Emission handOn(Ops tf, Emission emission, boolean isShared) {
    return backpropagation != null ? backpropagation.cut(tf, emission, isShared) : emission;
  }

  /**
   * Returns the mode of a call in inference mode within training; gradients still flow through it.
   */
  Phase inInferenceMode() {
    return new Phase(products, null, backpropagation);
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
