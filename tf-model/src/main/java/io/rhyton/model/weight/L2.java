package io.rhyton.model.weight;

import io.rhyton.error.Arguments;

/**
 * L2 regularization: adds {@code l2 · sum(w²)} to the loss.
 *
 * <p>Source: {@code keras/src/regularizers/regularizers.py}, Keras 3.15.
 *
 * @param l2 the L2 factor, at least 0
 */
public record L2(double l2) implements Regularizer {

  public L2 {
    Arguments.requireNotNegative("l2", l2);
  }

  /** Creates a penalty with the given factor, at least 0. */
  public static L2 of(double l2) {
    return new L2(l2);
  }

  @Override
  public <T> T accept(RegularizerVisitor<T> visitor) {
    return visitor.l2(this);
  }
}
