package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightOptions;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Divides each sample by its root mean square: {@code scale · x / sqrt(mean(x²) + epsilon)}, with
 * the mean over one axis or over several trailing axes.
 *
 * <p>Shapes: input {@code [batch, …]}, scale the sizes along these axes, output same as the input.
 * Available in Keras since 3.9.
 *
 * <p>Source: {@code keras/src/layers/normalization/rms_normalization.py}, Keras 3.15; Zhang and
 * Sennrich, "Root Mean Square Layer Normalization", NeurIPS 2019.
 *
 * @param axis the axes of the mean, with the batch as axis 0; negative values count from the end
 * @param epsilon a constant added to the mean square, above 0
 */
public record RMSNormalization(List<Integer> axis, double epsilon) implements RankPreserving {

  public RMSNormalization {
    Arguments.requireNoNulls("axis", axis);
    axis = Axes.require("axis", axis);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates a normalization over the last axis with epsilon 1e-6. */
  public static RMSNormalization of() {
    return new RMSNormalization(Axes.of(-1), 1e-6);
  }

  /** Sets the axes, at least one; defaults to the last. */
  public RMSNormalization axis(int... axis) {
    Objects.requireNonNull(axis, "axis");
    return new RMSNormalization(Axes.of(axis), epsilon);
  }

  /** Sets the epsilon, above 0; defaults to 1e-6. */
  public RMSNormalization epsilon(double epsilon) {
    return new RMSNormalization(axis, epsilon);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sizes = Axes.sizes(inputs, axis);
    Shape input = inputs.single();
    // Keras broadcasts the scale from the last axis, so it only fits trailing axes.
    if (!sizes.equals(input.takeLast(axis.size()))) {
      throw inputs.mismatch(
          "the last " + axis.size() + " axes of " + ShapeText.of(input),
          axis.toString(),
          "Use the last axes, in order.");
    }
    return LayerGeometry.of(input, inputs.trainable("scale", sizes, WeightOptions.of(Ones.of())));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.rmsNormalization(this);
  }
}
