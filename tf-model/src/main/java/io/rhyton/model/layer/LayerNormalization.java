package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Normalises each sample by itself: {@code gamma · (x - mean) / sqrt(variance + epsilon) + beta},
 * with mean and biased variance over one axis or several.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma and beta the sizes along these axes, output as the
 * input.
 *
 * <p>Source: {@code keras/src/layers/normalization/layer_normalization.py}, Keras 3.15; Ba et al.,
 * "Layer Normalization", 2016.
 *
 * @param axis the axes that mean and variance are over, the batch being axis 0; below 0 if counted
 *     from the end
 * @param epsilon added to the variance, above 0
 * @param gammaBeta what is multiplied by and added then
 */
public record LayerNormalization(List<Integer> axis, double epsilon, GammaBeta gammaBeta)
    implements Keeping, ScaledAndCentered<LayerNormalization> {

  /** Checks the ranges. */
  public LayerNormalization {
    axis = Axes.require("axis", axis);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation over the last axis with epsilon 0.001. */
  public static LayerNormalization of() {
    return new LayerNormalization(Axes.of(-1), 0.001, GammaBeta.of());
  }

  /** Sets the axes, one or more; the last unless set. */
  public LayerNormalization axis(int... axis) {
    return new LayerNormalization(Axes.of(axis), epsilon, gammaBeta);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public LayerNormalization epsilon(double epsilon) {
    return new LayerNormalization(axis, epsilon, gammaBeta);
  }

  @Override
  public LayerNormalization gammaBeta(GammaBeta gammaBeta) {
    return new LayerNormalization(axis, epsilon, gammaBeta);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sizes = Axes.sizes(inputs, axis);
    return LayerGeometry.of(inputs.single(), gammaBeta.weights(inputs, sizes));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.layerNormalization(this);
  }
}
