package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A weight that a layer needs.
 *
 * @param name the canonical name, {@code <layer>/<variable>}, with the layers around it before it
 *     if the layer is part of another; every other name of the weight (in the graph, in files, in
 *     messages) is derived from it
 * @param shape its shape, every size known
 * @param trainable whether the optimizer changes it
 * @param initializer how it starts
 * @param regularizer what it adds to the loss
 * @param constraint what it is brought back to after every step
 */
public record WeightSpec(
    String name,
    Shape shape,
    boolean trainable,
    Initializer initializer,
    @Nullable Regularizer regularizer,
    @Nullable Constraint constraint) {

  /** The variable's name in its layer, for instance {@code kernel}. */
  public String variable() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The same weight, kept from the optimizer; as in Keras it is then neither penalised nor
   * constrained.
   */
  public WeightSpec frozen() {
    return new WeightSpec(name, shape, false, initializer, null, null);
  }

  /** The same weight in a layer that is part of another. */
  public WeightSpec within(String layer) {
    return new WeightSpec(
        layer + "/" + name, shape, trainable, initializer, regularizer, constraint);
  }

  /** The number of values. */
  public long size() {
    return shape.size();
  }
}
