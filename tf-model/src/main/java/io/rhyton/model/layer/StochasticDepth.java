package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;

/**
 * During training, randomly sets entire samples to 0 and scales the others by {@code 1 / (1 -
 * dropPathRate)}, which skips a residual branch for some samples; inactive during inference.
 *
 * <p>Shapes: input {@code [batch, …]}, output same as the input. As in Keras there is no seed of
 * its own; the choice is derived from the seed of the model.
 *
 * <p>Source: {@code keras/src/applications/convnext.py}, Keras 3.15; Huang et al., "Deep Networks
 * with Stochastic Depth", ECCV 2016.
 *
 * @param dropPathRate the fraction of samples to drop, in [0, 1)
 */
public record StochasticDepth(double dropPathRate) implements RankPreserving {

  public StochasticDepth {
    Arguments.requireFraction("dropPathRate", dropPathRate);
  }

  /**
   * Creates the layer.
   *
   * @param dropPathRate the fraction of samples to drop, in [0, 1)
   */
  public static StochasticDepth of(double dropPathRate) {
    return new StochasticDepth(dropPathRate);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return dropPathRate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.stochasticDepth(this);
  }
}
