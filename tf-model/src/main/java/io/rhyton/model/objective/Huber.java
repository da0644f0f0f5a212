package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * {@code error² / 2} up to {@code delta}, and a straight line beyond, the mean over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param delta where the line begins, above 0
 */
public record Huber(double delta) implements Loss {

  /** Checks the ranges. */
  public Huber {
    Arguments.requirePositive("delta", delta);
  }

  /** The loss. */
  public static Huber of() {
    return new Huber(1);
  }

  /** Sets where the line begins, above 0; 1 unless set. */
  public Huber delta(double delta) {
    return new Huber(delta);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.huber(this);
  }
}
