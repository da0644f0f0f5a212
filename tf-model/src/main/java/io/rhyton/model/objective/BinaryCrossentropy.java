package io.rhyton.model.objective;

import io.rhyton.error.Arguments;

/**
 * Binary cross-entropy: {@code -(label · log(p) + (1 - label) · log(1 - p))}, averaged over the
 * outputs.
 *
 * <p>If the model ends in a softmax or sigmoid, the loss is computed from its logits, which is
 * accurate where probabilities would round to 0; other probabilities are clipped to [1e-7, 1 -
 * 1e-7].
 *
 * <p>Shapes: predictions and labels {@code [batch, ..., outputs]}, labels 0 or 1.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the outputs of the model are logits rather than probabilities; has no
 *     effect on a model that ends in a softmax or sigmoid
 * @param labelSmoothing the label smoothing towards 0.5, in [0, 1]
 */
public record BinaryCrossentropy(boolean fromLogits, double labelSmoothing) implements LossMetric {

  public BinaryCrossentropy {
    Arguments.requireUnitInterval("labelSmoothing", labelSmoothing);
  }

  /** Creates the loss for a model whose outputs are probabilities. */
  public static BinaryCrossentropy of() {
    return new BinaryCrossentropy(false, 0);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
  public BinaryCrossentropy fromLogits(boolean fromLogits) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  /** Sets the label smoothing towards 0.5, in [0, 1]; defaults to 0. */
  public BinaryCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  @Override
  public String name() {
    return "binary_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.binaryCrossentropy(this);
  }
}
