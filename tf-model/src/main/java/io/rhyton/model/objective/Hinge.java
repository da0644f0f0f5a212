package io.rhyton.model.objective;

/**
 * Hinge loss: {@code max(1 - label · prediction, 0)}, averaged over the outputs, for labels of -1
 * and 1. If all labels of a batch are 0 or 1, 0 is converted to -1.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record Hinge() implements LossMetric {

  /** Creates the loss. */
  public static Hinge of() {
    return new Hinge();
  }

  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.hinge(this);
  }
}
