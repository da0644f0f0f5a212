package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Binary cross-entropy times {@code (1 - p)^gamma}, where p is the probability of the label: what
 * is predicted well counts little.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param applyClassBalancing whether {@code alpha} weighs the classes
 * @param alpha the weight of label 1; that of label 0 is {@code 1 - alpha}
 * @param gamma how strongly what is predicted well is left out, at least 0
 * @param fromLogits whether the model's output is a logit instead of a probability
 * @param labelSmoothing how much of each label is drawn to 0.5, in [0, 1]
 */
public record BinaryFocalCrossentropy(
    boolean applyClassBalancing,
    double alpha,
    double gamma,
    boolean fromLogits,
    double labelSmoothing)
    implements Loss {

  /** Checks the ranges. */
  public BinaryFocalCrossentropy {
    Arguments.requireFinite("alpha", alpha);
    Arguments.requireNotNegative("gamma", gamma);
    Arguments.requireShare("labelSmoothing", labelSmoothing);
  }

  /** The loss. */
  public static BinaryFocalCrossentropy of() {
    return new BinaryFocalCrossentropy(false, 0.25, 2, false, 0);
  }

  /** Sets whether {@code alpha} weighs the classes; false unless set. */
  public BinaryFocalCrossentropy applyClassBalancing(boolean applyClassBalancing) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets the weight of label 1; 0.25 unless set. */
  public BinaryFocalCrossentropy alpha(double alpha) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets how strongly what is predicted well is left out, at least 0; 2 unless set. */
  public BinaryFocalCrossentropy gamma(double gamma) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets whether the model's output is a logit; false unless set. */
  public BinaryFocalCrossentropy fromLogits(boolean fromLogits) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  /** Sets how much of each label is drawn to 0.5, in [0, 1]; 0 unless set. */
  public BinaryFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, fromLogits, labelSmoothing);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.binaryFocalCrossentropy(this);
  }
}
