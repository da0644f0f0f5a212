package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.NoiseShape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * During training, randomly sets a fraction of the values to the negative saturation value of
 * {@link ActivationFunction#SELU}, and scales and shifts all values so that mean and variance are
 * preserved; inactive during inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/alpha_dropout.py}, Keras 3.15; Klambauer et
 * al., "Self-Normalizing Neural Networks", NeurIPS 2017.
 *
 * @param rate the fraction to drop, in [0, 1)
 * @param noiseShape the shape of the dropout mask: 1 for axes along which the mask is shared, -1
 *     for the size of the input; empty for the shape of the input
 * @param seed the random seed, for reproducible values; if null, derived from the seed of the model
 */
public record AlphaDropout(double rate, List<Integer> noiseShape, @Nullable Long seed)
    implements RankPreserving {

  public AlphaDropout {
    Arguments.requireNoNulls("noiseShape", noiseShape);
    Arguments.requireFraction("rate", rate);
    noiseShape = NoiseShape.require(noiseShape);
  }

  /**
   * Creates an alpha dropout, for networks with SELU activations.
   *
   * @param rate the fraction to drop, in [0, 1)
   */
  public static AlphaDropout of(double rate) {
    return new AlphaDropout(rate, List.of(), null);
  }

  /**
   * Sets the shape of the dropout mask; defaults to the shape of the input.
   *
   * @param noiseShape a size per axis of the input, including the batch: 1 to share the mask along
   *     the axis, otherwise the size of the input, or -1 for it
   */
  public AlphaDropout noiseShape(int... noiseShape) {
    Objects.requireNonNull(noiseShape, "noiseShape");
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
