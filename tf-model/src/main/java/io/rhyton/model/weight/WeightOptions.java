package io.rhyton.model.weight;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The initializer, regularizer and constraint of a weight of a layer. Set them with the methods of
 * the layer itself, which are named after the weight: {@code kernelInitializer}, {@code
 * biasRegularizer}.
 *
 * @param initializer the initializer
 * @param regularizer the regularizer; null for none
 * @param constraint the constraint; null for none
 */
public record WeightOptions(
    Initializer initializer, @Nullable Regularizer regularizer, @Nullable Constraint constraint) {

  public WeightOptions {
    Objects.requireNonNull(initializer, "initializer");
  }

  /** Creates options with an initializer only. */
  public static WeightOptions of(Initializer initializer) {
    return new WeightOptions(initializer, null, null);
  }

  /** Sets the initializer. */
  public WeightOptions initializer(Initializer initializer) {
    return new WeightOptions(initializer, regularizer, constraint);
  }

  /** Sets the regularizer; none by default. */
  public WeightOptions regularizer(@Nullable Regularizer regularizer) {
    return new WeightOptions(initializer, regularizer, constraint);
  }

  /** Sets the constraint; none by default. */
  public WeightOptions constraint(@Nullable Constraint constraint) {
    return new WeightOptions(initializer, regularizer, constraint);
  }
}
