package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly drops entire features of a sequence, setting them to 0, and scales the
 * others by {@code 1 / (1 - rate)}; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, steps, features]}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/regularization/spatial_dropout.py}, Keras 3.15; Tompson et
 * al., "Efficient Object Localization Using Convolutional Networks", CVPR 2015.
 *
 * @param rate the fraction to drop, in [0, 1)
 * @param seed the random seed, for a reproducible choice; if null, derived from the seed of the
 *     model
 */
public record SpatialDropout1D(double rate, @Nullable Long seed)
    implements RankMapping<Sequence, Sequence> {

  public SpatialDropout1D {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * Creates a dropout of entire features.
   *
   * @param rate the fraction to drop (not the fraction to keep), in [0, 1)
   */
  public static SpatialDropout1D of(double rate) {
    return new SpatialDropout1D(rate, null);
  }

  /** Sets the seed. */
  public SpatialDropout1D seed(long seed) {
    return new SpatialDropout1D(rate, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.sequence());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return rate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.spatialDropout1D(this);
  }
}
