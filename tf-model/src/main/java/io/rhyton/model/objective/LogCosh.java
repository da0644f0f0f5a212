package io.rhyton.model.objective;

/**
 * Log-cosh loss: {@code log(cosh(prediction - label))}, averaged over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record LogCosh() implements Loss {

  /** Creates the loss. */
  public static LogCosh of() {
    return new LogCosh();
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.logCosh(this);
  }
}
