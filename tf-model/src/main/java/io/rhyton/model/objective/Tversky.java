package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * {@code 1 - t / (t + alpha · f + beta · n)} over all values of a batch, with {@code t = sum(label
 * · prediction)}, {@code f = sum(label · (1 - prediction))} and {@code n = sum((1 - label) ·
 * prediction)}.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param alpha the weight of labels that are not predicted, at least 0
 * @param beta the weight of predictions that are no labels, at least 0
 */
public record Tversky(double alpha, double beta) implements Loss {

  /** Checks the ranges. */
  public Tversky {
    Arguments.requireNotNegative("alpha", alpha);
    Arguments.requireNotNegative("beta", beta);
  }

  /** The loss. */
  public static Tversky of() {
    return new Tversky(0.5, 0.5);
  }

  /** Sets the weight of labels that are not predicted, at least 0; 0.5 unless set. */
  public Tversky alpha(double alpha) {
    return new Tversky(alpha, beta);
  }

  /** Sets the weight of predictions that are no labels, at least 0; 0.5 unless set. */
  public Tversky beta(double beta) {
    return new Tversky(alpha, beta);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.tversky(this);
  }
}
