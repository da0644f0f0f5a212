package io.rhyton.model.objective;

import org.jspecify.annotations.Nullable;

/**
 * {@code -log(p[label])}, for labels that are class numbers.
 *
 * <p>If the model ends in a softmax or sigmoid, it is computed from the values before it, which is
 * exact where probabilities would round to 0; probabilities from elsewhere are clipped to [1e-7, 1
 * - 1e-7]. With a class to ignore, Keras takes the model's output as it is.
 *
 * <p>Shapes: predictions {@code [batch, ..., classes]}, labels {@code [batch, ...]}, whole numbers
 * from 0.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the model's output is a logit instead of a probability; without effect
 *     on a model that ends in a softmax or sigmoid
 * @param ignoreClass the class number that marks what does not count; null for none
 */
public record SparseCategoricalCrossentropy(boolean fromLogits, @Nullable Integer ignoreClass)
    implements LossMetric {

  /** The loss of a model whose output is a probability. */
  public static SparseCategoricalCrossentropy of() {
    return new SparseCategoricalCrossentropy(false, null);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public SparseCategoricalCrossentropy fromLogits(boolean fromLogits) {
    return new SparseCategoricalCrossentropy(fromLogits, ignoreClass);
  }

  /** Sets the class number that marks what does not count; none unless set. */
  public SparseCategoricalCrossentropy ignoreClass(int ignoreClass) {
    return new SparseCategoricalCrossentropy(fromLogits, ignoreClass);
  }

  @Override
  public String name() {
    return "sparse_categorical_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.sparseCategoricalCrossentropy(this);
  }
}
