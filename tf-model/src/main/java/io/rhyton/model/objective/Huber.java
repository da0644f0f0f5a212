package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Huber loss: {@code error² / 2} up to {@code delta}, linear beyond, averaged over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param delta the error above which the loss is linear, above 0
 */
public record Huber(double delta) implements Loss {

  public Huber {
    Arguments.requirePositive("delta", delta);
  }

  /** Creates the loss. */
  public static Huber of() {
    return new Huber(1);
  }

  /** Sets the error above which the loss is linear, above 0; defaults to 1. */
  public Huber delta(double delta) {
    return new Huber(delta);
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.huber(this);
  }
}
