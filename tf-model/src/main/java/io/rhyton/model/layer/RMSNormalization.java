package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.Ones;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Divides each sample by its root mean square: {@code scale · x / sqrt(mean(x²) + epsilon)}, the
 * mean being over one axis or, if they are the last ones, several.
 *
 * <p>Shapes: input {@code [batch, …]}, scale the sizes along these axes, output as the input. Keras
 * has this layer since 3.9.
 *
 * <p>Source: {@code keras/src/layers/normalization/rms_normalization.py}, Keras 3.15; Zhang and
 * Sennrich, "Root Mean Square Layer Normalization", NeurIPS 2019.
 *
 * @param axis the axes that the mean is over, the batch being axis 0; below 0 if counted from the
 *     end
 * @param epsilon added to the mean square, above 0
 */
public record RMSNormalization(List<Integer> axis, double epsilon) implements Keeping {

  /** Checks the ranges. */
  public RMSNormalization {
    axis = Axes.require("axis", axis);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation over the last axis with epsilon 1e-6. */
  public static RMSNormalization of() {
    return new RMSNormalization(Axes.of(-1), 1e-6);
  }

  /** Sets the axes, one or more; the last unless set. */
  public RMSNormalization axis(int... axis) {
    return new RMSNormalization(Axes.of(axis), epsilon);
  }

  /** Sets the epsilon, above 0; 1e-6 unless set. */
  public RMSNormalization epsilon(double epsilon) {
    return new RMSNormalization(axis, epsilon);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape sizes = Axes.sizes(inputs, axis);
    Shape input = inputs.single();
    // Keras multiplies by the scale as it is, which fits the last axes and no others.
    if (!sizes.equals(input.takeLast(axis.size()))) {
      throw inputs.mismatch(
          "the last " + axis.size() + " axes of " + ShapeText.of(input),
          axis.toString(),
          "Name the last axes, in their order.");
    }
    return LayerGeometry.of(input, inputs.trainable("scale", sizes, Ones.of(), null));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.rmsNormalization(this);
  }
}
