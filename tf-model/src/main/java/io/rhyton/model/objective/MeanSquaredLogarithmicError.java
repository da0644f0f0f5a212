package io.rhyton.model.objective;

/**
 * Mean squared logarithmic error: {@code (log(label + 1) - log(prediction + 1))²}, averaged over
 * the outputs; values below 1e-7 count as 1e-7.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record MeanSquaredLogarithmicError() implements LossMetric {

  /** Creates the loss. */
  public static MeanSquaredLogarithmicError of() {
    return new MeanSquaredLogarithmicError();
  }

  @Override
  public String name() {
    return "mean_squared_logarithmic_error";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.meanSquaredLogarithmicError(this);
  }
}
