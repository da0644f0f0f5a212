package io.rhyton.model.objective;

/**
 * Dice loss: {@code 1 - 2 · sum(label · prediction) / (sum(label) + sum(prediction))}, over all
 * values of a batch.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record Dice() implements Loss {

  /** Creates the loss. */
  public static Dice of() {
    return new Dice();
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.dice(this);
  }
}
