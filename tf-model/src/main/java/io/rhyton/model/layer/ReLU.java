package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * {@code x} where it is above the threshold, at most the maximum; elsewhere {@code negativeSlope ·
 * (x - threshold)}.
 *
 * <p>Source: {@code keras/src/layers/activations/relu.py}, Keras 3.15.
 *
 * @param maxValue the largest value, at least 0; without one there is no limit
 * @param negativeSlope the slope below the threshold, at least 0
 * @param threshold where the function begins to rise, at least 0
 */
public record ReLU(@Nullable Double maxValue, double negativeSlope, double threshold)
    implements Keeping {

  /** Checks the ranges. */
  public ReLU {
    if (maxValue != null) {
      Arguments.requireNotNegative("maxValue", maxValue);
    }
    Arguments.requireNotNegative("negativeSlope", negativeSlope);
    Arguments.requireNotNegative("threshold", threshold);
  }

  /** {@code max(x, 0)}. */
  public static ReLU of() {
    return new ReLU(null, 0, 0);
  }

  /** Sets the largest value, at least 0; no limit unless set. */
  public ReLU maxValue(double maxValue) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** Sets the slope below the threshold, at least 0; 0 unless set. */
  public ReLU negativeSlope(double negativeSlope) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** Sets where the function begins to rise, at least 0; 0 unless set. */
  public ReLU threshold(double threshold) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    return LayerGeometry.of(inputs.single());
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.reLU(this);
  }
}
