package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Tversky loss: {@code 1 - t / (t + alpha · f + beta · n)} over all values of a batch, with {@code
 * t = sum(label · prediction)}, {@code f = sum(label · (1 - prediction))} and {@code n = sum((1 -
 * label) · prediction)}.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param alpha the weight of false negatives, at least 0
 * @param beta the weight of false positives, at least 0
 */
public record Tversky(double alpha, double beta) implements Loss {

  public Tversky {
    Arguments.requireNotNegative("alpha", alpha);
    Arguments.requireNotNegative("beta", beta);
  }

  /** Creates the loss. */
  public static Tversky of() {
    return new Tversky(0.5, 0.5);
  }

  /** Sets the weight of false negatives, at least 0; defaults to 0.5. */
  public Tversky alpha(double alpha) {
    return new Tversky(alpha, beta);
  }

  /** Sets the weight of false positives, at least 0; defaults to 0.5. */
  public Tversky beta(double beta) {
    return new Tversky(alpha, beta);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.tversky(this);
  }
}
