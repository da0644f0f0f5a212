package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly drops entire channels of an image, setting them to 0, and scales the
 * others by {@code 1 / (1 - rate)}; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output same as the input.
 *
 * <p>Source: {@code keras/src/layers/regularization/spatial_dropout.py}, Keras 3.15; Tompson et
 * al., "Efficient Object Localization Using Convolutional Networks", CVPR 2015.
 *
 * @param rate the fraction to drop, in [0, 1)
 * @param seed the random seed, for a reproducible choice; if null, derived from the seed of the
 *     model
 */
public record SpatialDropout2D(double rate, @Nullable Long seed)
    implements RankMapping<Image, Image> {

  public SpatialDropout2D {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * Creates a dropout of entire channels.
   *
   * @param rate the fraction to drop (not the fraction to keep), in [0, 1)
   */
  public static SpatialDropout2D of(double rate) {
    return new SpatialDropout2D(rate, null);
  }

  /** Sets the seed. */
  public SpatialDropout2D seed(long seed) {
    return new SpatialDropout2D(rate, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.image());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return rate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.spatialDropout2D(this);
  }
}
