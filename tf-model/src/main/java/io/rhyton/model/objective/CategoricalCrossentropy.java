package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Categorical cross-entropy: {@code -sum(label · log(p))} over the classes, for one-hot labels.
 *
 * <p>If the model ends in a softmax or sigmoid, the loss is computed from its logits, which is
 * accurate where probabilities would round to 0; other probabilities are clipped to [1e-7, 1 -
 * 1e-7].
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., classes]}.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the outputs of the model are logits rather than probabilities; has no
 *     effect on a model that ends in a softmax or sigmoid
 * @param labelSmoothing the label smoothing towards the uniform distribution, in [0, 1]
 */
public record CategoricalCrossentropy(boolean fromLogits, double labelSmoothing)
    implements LossMetric {

  public CategoricalCrossentropy {
    Arguments.requireUnitInterval("labelSmoothing", labelSmoothing);
  }

  /** Creates the loss for a model whose outputs are probabilities. */
  public static CategoricalCrossentropy of() {
    return new CategoricalCrossentropy(false, 0);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
  public CategoricalCrossentropy fromLogits(boolean fromLogits) {
    return new CategoricalCrossentropy(fromLogits, labelSmoothing);
  }

  /** Sets the label smoothing towards the uniform distribution, in [0, 1]; defaults to 0. */
  public CategoricalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalCrossentropy(fromLogits, labelSmoothing);
  }

  @Override
  public String name() {
    return "categorical_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.categoricalCrossentropy(this);
  }
}
