package io.rhyton.model.weight;

import io.rhyton.error.Arguments;

/**
 * L1 and L2 regularization: adds {@code l1 · sum(|w|) + l2 · sum(w²)} to the loss.
 *
 * <p>Source: {@code keras/src/regularizers/regularizers.py}, Keras 3.15.
 *
 * @param l1 the L1 factor, at least 0
 * @param l2 the L2 factor, at least 0
 */
public record L1L2(double l1, double l2) implements Regularizer {

  public L1L2 {
    Arguments.requireNotNegative("l1", l1);
    Arguments.requireNotNegative("l2", l2);
  }

  /** Creates a penalty with the given factors, each at least 0. */
  public static L1L2 of(double l1, double l2) {
    return new L1L2(l1, l2);
  }

  @Override
  public <T> T accept(RegularizerVisitor<T> visitor) {
    return visitor.l1L2(this);
  }
}
