package io.rhyton.model.objective;

/**
 * Poisson loss: {@code prediction - label · log(prediction)}, averaged over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record Poisson() implements LossMetric {

  /** Creates the loss. */
  public static Poisson of() {
    return new Poisson();
  }

  @Override
  public String name() {
    return "poisson";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.poisson(this);
  }
}
