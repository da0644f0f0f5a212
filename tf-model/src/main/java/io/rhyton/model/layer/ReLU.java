package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import org.jspecify.annotations.Nullable;

/**
 * Rectified linear unit: {@code min(x, maxValue)} if {@code x} is above the threshold, else {@code
 * negativeSlope · (x - threshold)}.
 *
 * <p>Source: {@code keras/src/layers/activations/relu.py}, Keras 3.15.
 *
 * @param maxValue the maximum output, at least 0; null for no limit
 * @param negativeSlope the slope below the threshold, at least 0
 * @param threshold the threshold, at least 0
 */
public record ReLU(@Nullable Double maxValue, double negativeSlope, double threshold)
    implements RankPreserving {

  public ReLU {
    if (maxValue != null) {
      Arguments.requireNotNegative("maxValue", maxValue);
    }
    Arguments.requireNotNegative("negativeSlope", negativeSlope);
    Arguments.requireNotNegative("threshold", threshold);
  }

  /** Creates the layer with Keras's defaults: {@code max(x, 0)}. */
  public static ReLU of() {
    return new ReLU(null, 0, 0);
  }

  /** Sets the maximum output, at least 0; unlimited by default. */
  public ReLU maxValue(double maxValue) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** Sets the slope below the threshold, at least 0; defaults to 0. */
  public ReLU negativeSlope(double negativeSlope) {
    return new ReLU(maxValue, negativeSlope, threshold);
  }

  /** Sets the threshold, at least 0; defaults to 0. */
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
