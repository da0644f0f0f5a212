package io.rhyton.model.weight;

import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A weight that a layer needs.
 *
 * @param name the canonical name, {@code <layer>/<variable>}; every other name of the weight (in
 *     the graph, in files, in messages) is derived from it
 * @param shape its shape, every size known
 * @param trainable whether the optimizer changes it
 * @param initializer how it starts
 * @param regularizer what it adds to the loss
 */
public record WeightSpec(
    String name,
    Shape shape,
    boolean trainable,
    Initializer initializer,
    @Nullable Regularizer regularizer) {

  /** The variable's name in its layer, for instance {@code kernel}. */
  public String variable() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The number of values. */
  public long size() {
    return shape.size();
  }
}
