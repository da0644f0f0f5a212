package io.rhyton.model.objective;

/**
 * Mean squared error: {@code (label - prediction)²}, averaged over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record MeanSquaredError() implements LossMetric {

  /** Creates the loss. */
  public static MeanSquaredError of() {
    return new MeanSquaredError();
  }

  @Override
  public String name() {
    return "mean_squared_error";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.meanSquaredError(this);
  }
}
