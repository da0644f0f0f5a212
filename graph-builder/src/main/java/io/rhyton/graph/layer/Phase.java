package io.rhyton.graph.layer;

import io.rhyton.graph.variable.Randomness;
import org.jspecify.annotations.Nullable;
import org.tensorflow.op.Ops;

/** Whether layers behave as in training or as in inference, and what they compute products in. */
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

  /** Training by whoever differentiates what is emitted. */
  public static Phase training(Randomness randomness) {
    return new Phase(ProductType.FLOAT32, randomness, null);
  }

  /** Training by gradients that are ours. */
  public static Phase training(
      ProductType products, Randomness randomness, Backpropagation backpropagation) {
    return new Phase(products, randomness, backpropagation);
  }

  ProductType products() {
    return products;
  }

  /**
   * What a layer was emitted as, for the layers after it.
   *
   * @param isShared whether more than one reads it
   */
  Emission handOn(Ops tf, Emission emission, boolean isShared) {
    return backpropagation != null ? backpropagation.cut(tf, emission, isShared) : emission;
  }

  /** The phase of a call that runs in inference mode; gradients pass it all the same. */
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
