package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * During training, multiplies by normally distributed noise with mean 1 and standard deviation
 * {@code sqrt(rate / (1 - rate))}; inactive during inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/gaussian_dropout.py}, Keras 3.15; Srivastava et
 * al., "Dropout", JMLR 15, 2014.
 *
 * @param rate the dropout rate to which the noise corresponds, in [0, 1)
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record GaussianDropout(double rate, @Nullable Long seed) implements RankPreserving {

  public GaussianDropout {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * Creates a Gaussian dropout.
   *
   * @param rate the dropout rate to which the noise corresponds, in [0, 1)
   */
  public static GaussianDropout of(double rate) {
    return new GaussianDropout(rate, null);
  }

  /** Sets the seed. */
  public GaussianDropout seed(long seed) {
    return new GaussianDropout(rate, seed);
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
    return visitor.gaussianDropout(this);
  }
}
