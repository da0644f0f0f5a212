package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * In training sets a random share of the values to 0 and multiplies the others by {@code 1 / (1 -
 * rate)}; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/dropout.py}, Keras 3.15; Srivastava et al.,
 * "Dropout", JMLR 15, 2014.
 *
 * @param rate the share that is set to 0, in [0, 1)
 * @param seed makes the choice repeatable; without one it comes from the model's seed
 */
public record Dropout(double rate, @Nullable Long seed) implements Keeping {

  /** Checks the range. */
  public Dropout {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * A dropout.
   *
   * @param rate the share that is set to 0 (not the share that is kept), in [0, 1)
   */
  public static Dropout of(double rate) {
    return new Dropout(rate, null);
  }

  /** Sets the seed. */
  public Dropout seed(long seed) {
    return new Dropout(rate, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return rate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.dropout(this);
  }
}
