package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Binary focal cross-entropy: binary cross-entropy times {@code (1 - p)^gamma}, where p is the
 * predicted probability of the true label, which down-weights easy examples.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param applyClassBalancing whether to weight the classes by {@code alpha}
 * @param alpha the weight of class 1; that of class 0 is {@code 1 - alpha}
 * @param gamma the focusing parameter, at least 0: larger values down-weight easy examples more
 * @param fromLogits whether the outputs of the model are logits rather than probabilities
 * @param labelSmoothing the label smoothing towards 0.5, in [0, 1]
 */
public record BinaryFocalCrossentropy(
    boolean applyClassBalancing,
    double alpha,
    double gamma,
    boolean fromLogits,
    double labelSmoothing)
    implements Loss {

  public BinaryFocalCrossentropy {
    Arguments.requireFinite("alpha", alpha);
    Arguments.requireNotNegative("gamma", gamma);
    Arguments.requireUnitInterval("labelSmoothing", labelSmoothing);
  }

  /** Creates the loss. */
  public static BinaryFocalCrossentropy of() {
    return new BinaryFocalCrossentropy(false, 0.25, 2, false, 0);
  }

  /** Sets whether to weight the classes by {@code alpha}; defaults to false. */
  public BinaryFocalCrossentropy applyClassBalancing(boolean applyClassBalancing) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the weight of class 1; defaults to 0.25. */
  public BinaryFocalCrossentropy alpha(double alpha) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the focusing parameter, at least 0; defaults to 2. */
  public BinaryFocalCrossentropy gamma(double gamma) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
  public BinaryFocalCrossentropy fromLogits(boolean fromLogits) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the label smoothing towards 0.5, in [0, 1]; defaults to 0. */
  public BinaryFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.binaryFocalCrossentropy(this);
  }
}
