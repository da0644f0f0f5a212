package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.Axes;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.ShapeText;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Normalizes groups of channels separately for each sample: {@code gamma · (x - mean) /
 * sqrt(variance + epsilon) + beta}, with the mean and biased variance of the group.
 *
 * <p>Shapes: input {@code [batch, …]}, gamma and beta {@code [channels]}, the size along the axis,
 * output same as the input.
 *
 * <pre>{@code
 * Layer layer = GroupNormalization.of().groups(8);             // divides the channels
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/normalization/group_normalization.py}, Keras 3.15; Wu and He,
 * "Group Normalization", ECCV 2018.
 *
 * @param groups the number of groups, a divisor of the number of channels; -1 for one group per
 *     channel
 * @param axis the channel axis, with the batch as axis 0; negative values count from the end
 * @param epsilon a constant added to the variance, above 0
 * @param gammaBeta the scale gamma and the offset beta
 */
public record GroupNormalization(int groups, int axis, double epsilon, GammaBeta gammaBeta)
    implements RankPreserving, ScaledAndCentered<GroupNormalization> {

  public GroupNormalization {
    Objects.requireNonNull(gammaBeta, "gammaBeta");
    if (groups != -1) {
      Arguments.requirePositive("groups", groups);
    }
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** Creates a normalization with 32 groups over the last axis and epsilon 0.001. */
  public static GroupNormalization of() {
    return new GroupNormalization(32, -1, 0.001, GammaBeta.of());
  }

  /** Sets the number of groups, -1 for one group per channel; defaults to 32. */
  public GroupNormalization groups(int groups) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  /** Sets the channel axis, with the batch as axis 0; defaults to -1, the last. */
  public GroupNormalization axis(int axis) {
    return new GroupNormalization(groups, axis, epsilon, gammaBeta);
  }

  /** Sets the epsilon, above 0; defaults to 0.001. */
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
