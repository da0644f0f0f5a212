package io.rhyton.model.objective;

/**
 * Kullback-Leibler divergence: {@code sum(label · log(label / prediction))} over the classes, both
 * clipped to [1e-7, 1].
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 */
public record KLDivergence() implements LossMetric {

  /** Creates the loss. */
  public static KLDivergence of() {
    return new KLDivergence();
  }

  @Override
  public String name() {
    return "kl_divergence";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.klDivergence(this);
  }
}
