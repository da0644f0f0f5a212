package io.rhyton.model.objective;

import org.jspecify.annotations.Nullable;

/**
 * Categorical cross-entropy with integer labels: {@code -log(p[label])}.
 *
 * <p>If the model ends in a softmax or sigmoid, the loss is computed from its logits, which is
 * accurate where probabilities would round to 0; other probabilities are clipped to [1e-7, 1 -
 * 1e-7]. With {@code ignoreClass}, Keras always uses the probabilities.
 *
 * <p>Shapes: predictions {@code [batch, ..., classes]}, labels {@code [batch, ...]}, integers from
 * 0.
 *
 * <p>Source: {@code keras/src/losses/losses.py}, Keras 3.15.
 *
 * @param fromLogits whether the outputs of the model are logits rather than probabilities; has no
 *     effect on a model that ends in a softmax or sigmoid
 * @param ignoreClass the label of values to ignore; null for none
 */
public record SparseCategoricalCrossentropy(boolean fromLogits, @Nullable Integer ignoreClass)
    implements LossMetric {

  /** Creates the loss for a model whose outputs are probabilities. */
  public static SparseCategoricalCrossentropy of() {
    return new SparseCategoricalCrossentropy(false, null);
  }

  /** Sets whether the outputs of the model are logits; defaults to false. */
  public SparseCategoricalCrossentropy fromLogits(boolean fromLogits) {
    return new SparseCategoricalCrossentropy(fromLogits, ignoreClass);
  }

  /** Sets the label of values to ignore; none by default. */
  public SparseCategoricalCrossentropy ignoreClass(int ignoreClass) {
    return new SparseCategoricalCrossentropy(fromLogits, ignoreClass);
  }

  @Override
  public String name() {
    return "sparse_categorical_crossentropy";
  }

  @Override
  public <T> T accept(LossVisitor<T> visitor) {
    return visitor.sparseCategoricalCrossentropy(this);
  }
}
