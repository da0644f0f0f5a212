package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Normalizes each sample separately: {@code gamma · (x - mean) / sqrt(variance + epsilon) + beta},
 * with the mean and biased variance over one or more axes.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma and beta the sizes along these axes, output same as
 * the input.
 *
 * <pre>{@code
 * Layer layer = LayerNormalization.of().epsilon(1e-6);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/normalization/layer_normalization.py}, Keras 3.15; Ba et al.,
 * "Layer Normalization", 2016.
 *
 * @param axis the axes to normalize over, with the batch as axis 0; negative values count from the
 *     end
 * @param epsilon a constant added to the variance, above 0
 * @param gammaBeta the scale gamma and the offset beta
 */
public record LayerNormalization(List<Integer> axis, double epsilon, GammaBeta gammaBeta)
    implements RankPreserving, ScaledAndCentered<LayerNormalization> {

  public LayerNormalization {
    Arguments.requireNoNulls("axis", axis);
    Objects.requireNonNull(gammaBeta, "gammaBeta");
    axis = Axes.require("axis", axis);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates a normalization over the last axis with epsilon 0.001. */
  public static LayerNormalization of() {
    return new LayerNormalization(Axes.of(-1), 0.001, GammaBeta.of());
  }

  /** Sets the axes, at least one; defaults to the last. */
  public LayerNormalization axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new LayerNormalization(Axes.of(axis), epsilon, gammaBeta);
  }

  /** Sets the epsilon, above 0; defaults to 0.001. */
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
