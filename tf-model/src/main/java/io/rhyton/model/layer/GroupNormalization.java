package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * Normalises groups of channels of each sample by themselves: {@code gamma · (x - mean) /
 * sqrt(variance + epsilon) + beta}, with mean and biased variance of the group.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma and beta {@code [channels]}, the size along the axis,
 * output as the input.
 *
 * <p>Source: {@code keras/src/layers/normalization/group_normalization.py}, Keras 3.15; Wu and He,
 * "Group Normalization", ECCV 2018.
 *
 * @param groups how many groups, each of equally many channels; -1 for a group a channel
 * @param axis the axis of the channels, the batch being axis 0; below 0 if counted from the end
 * @param epsilon added to the variance, above 0
 * @param gammaBeta what is multiplied by and added then
 */
public record GroupNormalization(int groups, int axis, double epsilon, GammaBeta gammaBeta)
    implements Keeping, ScaledAndCentered<GroupNormalization> {

  /** Checks the ranges. */
  public GroupNormalization {
    if (groups != -1) {
      Arguments.requirePositive("groups", groups);
    }
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation of 32 groups of the last axis with epsilon 0.001. */
  public static GroupNormalization of() {
    return new GroupNormalization(32, -1, 0.001, GammaBeta.of());
  }

  /** Sets how many groups, -1 for a group a channel; 32 unless set. */
  public GroupNormalization groups(int groups) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  /** Sets the axis of the channels, the batch being axis 0; the last, -1, unless set. */
  public GroupNormalization axis(int axis) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public GroupNormalization epsilon(double epsilon) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  @Override
  public GroupNormalization gammaBeta(GammaBeta gammaBeta) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape channels = Axes.size(inputs, axis);
    if (groups != -1 && channels.get(0) % groups != 0) {
      throw inputs.mismatch(
          "channels in " + groups + " equal groups",
          ShapeText.of(inputs.single()),
          "Set groups to a divisor of " + channels.get(0) + ".");
    }
    return LayerGeometry.of(inputs.single(), gammaBeta.weights(inputs, channels));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.groupNormalization(this);
  }
}
