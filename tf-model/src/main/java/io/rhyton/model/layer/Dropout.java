package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.layer.geometry.NoiseShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In training sets a random share of the values to 0 and multiplies the others by {@code 1 / (1 -
 * rate)}; does nothing in inference.
 *
 * <p>Source: {@code keras/src/layers/regularization/dropout.py}, Keras 3.15; Srivastava et al.,
 * "Dropout", JMLR 15, 2014.
 *
 * @param rate the share that is set to 0, in [0, 1)
 * @param noiseShape the shape of the random numbers, 1 where values share theirs and -1 for the
 *     size of the input; empty for the shape of the input
 * @param seed makes the choice repeatable; without one it comes from the model's seed
 */
public record Dropout(double rate, List<Integer> noiseShape, @Nullable Long seed)
    implements Keeping {

  /** Checks the ranges. */
  public Dropout {
    Arguments.requireFraction("rate", rate);
    noiseShape = NoiseShape.require(noiseShape);
  }

  /**
   * A dropout.
   *
   * @param rate the share that is set to 0 (not the share that is kept), in [0, 1)
   */
  public static Dropout of(double rate) {
    return new Dropout(rate, List.of(), null);
  }

  /**
   * Sets the shape of the random numbers; that of the input unless set.
   *
   * @param noiseShape a size for each axis of the input, the batch first: 1 where all values share
   *     their numbers, else that of the input, for which -1 may stand
   */
  public Dropout noiseShape(int... noiseShape) {
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
