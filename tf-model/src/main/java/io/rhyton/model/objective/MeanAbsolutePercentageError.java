package io.rhyton.model.objective;

/**
 * {@code 100 · |label - prediction| / |label|}, the mean over the outputs; labels below 1e-7 count
 * as 1e-7.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record MeanAbsolutePercentageError() implements LossMetric {

  /** The loss. */
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
