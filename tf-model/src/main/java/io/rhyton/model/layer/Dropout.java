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
 * During training, randomly sets a fraction of the values to 0 and scales the others by {@code 1 /
 * (1 - rate)}; inactive during inference.
 *
 * <pre>{@code
 * Layer layer = Dropout.of(0.5).seed(7);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/regularization/dropout.py}, Keras 3.15; Srivastava et al.,
 * "Dropout", JMLR 15, 2014.
 *
 * @param rate the fraction to drop, in [0, 1)
 * @param noiseShape the shape of the dropout mask: 1 for axes along which the mask is shared, -1
 *     for the size of the input; empty for the shape of the input
 * @param seed the random seed, for a reproducible choice; if null, derived from the seed of the
 *     model
 */
public record Dropout(double rate, List<Integer> noiseShape, @Nullable Long seed)
    implements RankPreserving {

  public Dropout {
    Arguments.requireNoNulls("noiseShape", noiseShape);
    Arguments.requireFraction("rate", rate);
    noiseShape = NoiseShape.require(noiseShape);
  }

  /**
   * Creates a dropout.
   *
   * @param rate the fraction to drop (not the fraction to keep), in [0, 1)
   */
  public static Dropout of(double rate) {
    return new Dropout(rate, List.of(), null);
  }

  /**
   * Sets the shape of the dropout mask; defaults to the shape of the input.
   *
   * @param noiseShape a size per axis of the input, including the batch: 1 to share the mask along
   *     the axis, otherwise the size of the input, or -1 for it
   */
  public Dropout noiseShape(int... noiseShape) {
    Objects.requireNonNull(noiseShape, "noiseShape");
    return new Dropout(rate, Axes.of(noiseShape), seed);
  }

  /** Sets the seed. */
  public Dropout seed(long seed) {
    return new Dropout(rate, noiseShape, seed);
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
    return visitor.dropout(this);
  }
}
