package io.rhyton.model.weight;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The specification of a weight of a layer.
 *
 * @param name the canonical name, {@code <layer>/<variable>}, prefixed with the names of the
 *     enclosing layers; all other names of the weight (in the graph, in files, in messages) are
 *     derived from it
 * @param shape its shape, all sizes known
 * @param trainable whether the optimizer updates it
 * @param initializer its initializer
 * @param regularizer its regularizer; null for none
 * @param constraint its constraint; null for none
 */
public record WeightSpec(
    String name,
    Shape shape,
    boolean trainable,
    Initializer initializer,
    @Nullable Regularizer regularizer,
    @Nullable Constraint constraint) {

  public WeightSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(initializer, "initializer");
  }

  /** Returns the name of the variable within its layer, for instance {@code kernel}. */
  public String variable() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Returns the same weight, frozen; as in Keras, it is then neither penalized nor constrained. */
  public WeightSpec frozen() {
    return new WeightSpec(name, shape, false, initializer, null, null);
  }

  /** Returns the same weight in a layer that is part of another layer. */
  public WeightSpec within(String layer) {
    Objects.requireNonNull(layer, "layer");
    return new WeightSpec(
        layer + "/" + name, shape, trainable, initializer, regularizer, constraint);
  }

  /** Returns the number of values. */
  public long size() {
    return shape.size();
  }
}
