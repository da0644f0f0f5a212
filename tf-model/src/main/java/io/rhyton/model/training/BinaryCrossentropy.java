package io.rhyton.model.training;

/**
 * {@code -(label · log(p) + (1 - label) · log(1 - p))}, the mean over the outputs.
 *
 * <p>If the model ends in a softmax or sigmoid, the loss is computed from the values before it,
 * which is exact where probabilities would round to 0; probabilities from elsewhere are clipped to
 * [1e-7, 1 - 1e-7].
 *
 * <p>Shapes: predictions {@code [batch, outputs]}, labels {@code [batch, outputs]}, 0 or 1.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the model's output is a logit instead of a probability; without effect
 *     on a model that ends in a softmax or sigmoid
 */
public record BinaryCrossentropy(boolean fromLogits) implements Loss {

  /** The loss of a model whose output is a probability. */
  public static BinaryCrossentropy of() {
    return new BinaryCrossentropy(false);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public BinaryCrossentropy fromLogits(boolean fromLogits) {
    return new BinaryCrossentropy(fromLogits);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.binaryCrossentropy(this);
  }
}
