package io.rhyton.model.objective;

/**
 * Categorical hinge loss: {@code max(largest prediction of the other classes - prediction of the
 * true class + 1, 0)}, for one-hot labels.
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record CategoricalHinge() implements LossMetric {

  /** Creates the loss. */
  public static CategoricalHinge of() {
    return new CategoricalHinge();
  }

  @Override
  public String name() {
    return "categorical_hinge";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.categoricalHinge(this);
  }
}
