package io.rhyton.model.training;

/**
 * {@code -log(p[label])}, for labels that are class numbers.
 *
 * <p>If the model ends in a softmax or sigmoid, the loss is computed from the values before it,
 * which is exact where probabilities would round to 0; probabilities from elsewhere are clipped to
 * [1e-7, 1 - 1e-7].
 *
 * <p>Shapes: predictions {@code [batch, classes]}, labels {@code [batch]}, whole numbers from 0.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the model's output is a logit instead of a probability; without effect
 *     on a model that ends in a softmax or sigmoid
 */
public record SparseCategoricalCrossentropy(boolean fromLogits) implements Loss {

  /** The loss of a model whose output is a probability. */
  public static SparseCategoricalCrossentropy of() {
    return new SparseCategoricalCrossentropy(false);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public SparseCategoricalCrossentropy fromLogits(boolean fromLogits) {
    return new SparseCategoricalCrossentropy(fromLogits);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.sparseCategoricalCrossentropy(this);
  }
}
