package io.rhyton.model.weight;

import io.rhyton.error.Arguments;

/**
 * L1 regularization: adds {@code l1 · sum(|w|)} to the loss.
 *
 * <p>Source: {@code keras/src/regularizers/regularizers.py}, Keras 3.15.
 *
 * @param l1 the L1 factor, at least 0
 */
public record L1(double l1) implements Regularizer {

  public L1 {
    Arguments.requireNotNegative("l1", l1);
  }

  /** Creates a penalty with the given factor, at least 0. */
  public static L1 of(double l1) {
    return new L1(l1);
  }

  @Override
  public <T> T accept(RegularizerVisitor<T> visitor) {
    return visitor.l1(this);
  }
}
