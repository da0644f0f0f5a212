package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * {@code -(label · log(p) + (1 - label) · log(1 - p))}, the mean over the outputs.
 *
 * <p>If the model ends in a softmax or sigmoid, it is computed from the values before it, which is
 * exact where probabilities would round to 0; probabilities from elsewhere are clipped to [1e-7, 1
 * - 1e-7].
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}, labels 0 or 1.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the model's output is a logit instead of a probability; without effect
 *     on a model that ends in a softmax or sigmoid
 * @param labelSmoothing how much of each label is drawn to 0.5, in [0, 1]
 */
public record BinaryCrossentropy(boolean fromLogits, double labelSmoothing) implements LossMetric {

  /** Checks the ranges. */
  public BinaryCrossentropy {
    Arguments.requireShare("labelSmoothing", labelSmoothing);
  }

  /** The loss of a model whose output is a probability. */
  public static BinaryCrossentropy of() {
    return new BinaryCrossentropy(false, 0);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public BinaryCrossentropy fromLogits(boolean fromLogits) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  /** Sets how much of each label is drawn to 0.5, in [0, 1]; 0 unless set. */
  public BinaryCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  @Override
  public String name() {
    return "binary_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.binaryCrossentropy(this);
  }
}
