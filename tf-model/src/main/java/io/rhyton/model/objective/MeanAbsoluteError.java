package io.rhyton.model.objective;

/**
 * Mean absolute error: {@code |label - prediction|}, averaged over the outputs.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record MeanAbsoluteError() implements LossMetric {

  /** Creates the loss. */
  public static MeanAbsoluteError of() {
    return new MeanAbsoluteError();
  }

  @Override
  public String name() {
    return "mean_absolute_error";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.meanAbsoluteError(this);
  }
}
