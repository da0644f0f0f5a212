package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.NoiseShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In training sets a random share of the values to what {@link ActivationFunction#SELU} falls to,
 * and scales and shifts all so that mean and variance stay; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/alpha_dropout.py}, Keras 3.15; Klambauer et
 * al., "Self-Normalizing Neural Networks", NeurIPS 2017.
 *
 * @param rate the share that is dropped, in [0, 1)
 * @param noiseShape the shape of the random numbers, 1 where values share theirs and -1 for the
 *     size of the input; empty for the shape of the input
 * @param seed makes the numbers repeatable; without one they come from the model's seed
 */
public record AlphaDropout(double rate, List<Integer> noiseShape, @Nullable Long seed)
    implements Keeping {

  /** Checks the ranges. */
  public AlphaDropout {
    Arguments.requireFraction("rate", rate);
    noiseShape = NoiseShape.require(noiseShape);
  }

  /**
   * A dropout for networks of SELU.
   *
   * @param rate the share that is dropped, in [0, 1)
   */
  public static AlphaDropout of(double rate) {
    return new AlphaDropout(rate, List.of(), null);
  }

  /**
   * Sets the shape of the random numbers; that of the input unless set.
   *
   * @param noiseShape a size for each axis of the input, the batch first: 1 where all values share
   *     their numbers, else that of the input, for which -1 may stand
   */
  public AlphaDropout noiseShape(int... noiseShape) {
    return new AlphaDropout(rate, Axes.of(noiseShape), seed);
  }

  /** Sets the seed. */
  public AlphaDropout seed(long seed) {
    return new AlphaDropout(rate, noiseShape, seed);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(NoiseShape.check(inputs, noiseShape));
  }

  @Override
  public boolean differsInTraining(boolean trainable) {
    return rate > 0;
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.alphaDropout(this);
  }
}
