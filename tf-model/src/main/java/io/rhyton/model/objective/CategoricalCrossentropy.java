package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * {@code -sum(label · log(p))} over the classes, for one-hot labels.
 *
 * <p>If the model ends in a softmax or sigmoid, it is computed from the values before it, which is
 * exact where probabilities would round to 0; probabilities from elsewhere are clipped to [1e-7, 1
 * - 1e-7].
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the model's output is a logit instead of a probability; without effect
 *     on a model that ends in a softmax or sigmoid
 * @param labelSmoothing how much of each label is spread over all classes, in [0, 1]
 */
public record CategoricalCrossentropy(boolean fromLogits, double labelSmoothing)
    implements LossMetric {

  /** Checks the ranges. */
  public CategoricalCrossentropy {
    Arguments.requireShare("labelSmoothing", labelSmoothing);
  }

  /** The loss of a model whose output is a probability. */
  public static CategoricalCrossentropy of() {
    return new CategoricalCrossentropy(false, 0);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public CategoricalCrossentropy fromLogits(boolean fromLogits) {
    return new CategoricalCrossentropy(fromLogits, labelSmoothing);
  }

  /** Sets how much of each label is spread over all classes, in [0, 1]; 0 unless set. */
  public CategoricalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalCrossentropy(fromLogits, labelSmoothing);
  }

  @Override
  public String name() {
    return "categorical_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.categoricalCrossentropy(this);
  }
}
