package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Categorical focal cross-entropy: {@code -sum(alpha · (1 - p)^gamma · label · log(p))} over the
 * classes, for one-hot labels, which down-weights easy examples.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param alpha the weight of the loss
 * @param gamma the focusing parameter, at least 0: larger values down-weight easy examples more
 * @param fromLogits whether the outputs of the model are logits rather than probabilities
 * @param labelSmoothing the label smoothing towards the uniform distribution, in [0, 1]
 */
public record CategoricalFocalCrossentropy(
    double alpha, double gamma, boolean fromLogits, double labelSmoothing) implements Loss {

  public CategoricalFocalCrossentropy {
    Arguments.requireFinite("alpha", alpha);
    Arguments.requireNotNegative("gamma", gamma);
    Arguments.requireUnitInterval("labelSmoothing", labelSmoothing);
  }

  /** Creates the loss. */
  public static CategoricalFocalCrossentropy of() {
    return new CategoricalFocalCrossentropy(0.25, 2, false, 0);
  }

  /** Sets the weight of the loss; defaults to 0.25. */
  public CategoricalFocalCrossentropy alpha(double alpha) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the focusing parameter, at least 0; defaults to 2. */
  public CategoricalFocalCrossentropy gamma(double gamma) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
  public CategoricalFocalCrossentropy fromLogits(boolean fromLogits) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the label smoothing towards the uniform distribution, in [0, 1]; defaults to 0. */
  public CategoricalFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalFocalCrossentropy(alpha, gamma, fromLogits, labelSmoothing);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.categoricalFocalCrossentropy(this);
  }
}
