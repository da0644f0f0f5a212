package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * {@code -sum(alpha · (1 - p)^gamma · label · log(p))} over the classes, for one-hot labels: what
 * is predicted well counts little.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param alpha a factor
 * @param gamma how strongly what is predicted well is left out, at least 0
 * @param fromLogits whether the model's output is a logit instead of a probability
 * @param labelSmoothing how much of each label is spread over all classes, in [0, 1]
 */
public record CategoricalFocalCrossentropy(
    double alpha, double gamma, boolean fromLogits, double labelSmoothing) implements Loss {

  /** Checks the ranges. */
  public CategoricalFocalCrossentropy {
    Arguments.requireFinite("alpha", alpha);
    Arguments.requireNotNegative("gamma", gamma);
    Arguments.requireShare("labelSmoothing", labelSmoothing);
  }

  /** The loss. */
  public static CategoricalFocalCrossentropy of() {
    return new CategoricalFocalCrossentropy(0.25, 2, false, 0);
  }

  /** Sets the factor; 0.25 unless set. */
  public CategoricalFocalCrossentropy alpha(double alpha) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets how strongly what is predicted well is left out, at least 0; 2 unless set. */
  public CategoricalFocalCrossentropy gamma(double gamma) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public CategoricalFocalCrossentropy fromLogits(boolean fromLogits) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets how much of each label is spread over all classes, in [0, 1]; 0 unless set. */
  public CategoricalFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.categoricalFocalCrossentropy(this);
  }
}
