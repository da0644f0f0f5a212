package io.rhyton.model.objective;

/**
 * Mean absolute percentage error: {@code 100 · |label - prediction| / |label|}, averaged over the
 * outputs; the denominator is at least 1e-7.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record MeanAbsolutePercentageError() implements LossMetric {

  /** Creates the loss. */
  public static MeanAbsolutePercentageError of() {
    return new MeanAbsolutePercentageError();
  }

  @Override
  public String name() {
    return "mean_absolute_percentage_error";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.meanAbsolutePercentageError(this);
  }
}
