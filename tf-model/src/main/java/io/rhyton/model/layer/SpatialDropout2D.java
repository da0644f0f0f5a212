package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import org.jspecify.annotations.Nullable;

/**
 * In training sets whole channels of an image to 0, chosen at random, and multiplies the others by
 * {@code 1 / (1 - rate)}; does nothing in inference.
 *
 * <p>Shapes: input {@code [batch, height, width, channels]}, output as the input.
 *
 * <p>Source: {@code keras/src/layers/regularization/spatial_dropout.py}, Keras 3.15; Tompson et
 * al., "Efficient Object Localization Using Convolutional Networks", CVPR 2015.
 *
 * @param rate the share that is set to 0, in [0, 1)
 * @param seed makes the choice repeatable; without one it comes from the model's seed
 */
public record SpatialDropout2D(double rate, @Nullable Long seed) implements Mapping<Image, Image> {

  /** Checks the range. */
  public SpatialDropout2D {
    Arguments.requireFraction("rate", rate);
  }

  /**
   * A dropout of whole channels.
   *
   * @param rate the share that is set to 0 (not the share that is kept), in [0, 1)
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
