package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * Normalises groups of channels of each sample by themselves: {@code gamma · (x - mean) /
 * sqrt(variance + epsilon) + beta}, with mean and biased variance of the group.
 *
 * <p>Shapes: input {@code [batch, …, channels]}, gamma and beta {@code [channels]}, output as the
 * input.
 *
 * <p>Source: {@code keras/src/layers/normalization/group_normalization.py}, Keras 3.15; Wu and He,
 * "Group Normalization", ECCV 2018.
 *
 * @param groups how many groups, each of equally many channels; -1 for a group a channel
 * @param epsilon added to the variance, above 0
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 */
public record GroupNormalization(int groups, double epsilon, boolean center, boolean scale)
    implements Keeping {

  /** Checks the ranges. */
  public GroupNormalization {
    if (groups != -1) {
      Arguments.requirePositive("groups", groups);
    }
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation of 32 groups with epsilon 0.001. */
  public static GroupNormalization of() {
    return new GroupNormalization(32, 0.001, true, true);
  }

  /** Sets how many groups, -1 for a group a channel; 32 unless set. */
  public GroupNormalization groups(int groups) {
    return new GroupNormalization(groups, epsilon, center, scale);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public GroupNormalization epsilon(double epsilon) {
    return new GroupNormalization(groups, epsilon, center, scale);
  }

  /** Sets whether beta is added; true unless set. */
  public GroupNormalization center(boolean center) {
    return new GroupNormalization(groups, epsilon, center, scale);
  }

  /** Sets whether gamma is multiplied; true unless set. */
  public GroupNormalization scale(boolean scale) {
    return new GroupNormalization(groups, epsilon, center, scale);
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.features();
    long channels = input.get(-1);
    if (groups != -1 && channels % groups != 0) {
      throw inputs.mismatch(
          "channels in " + groups + " equal groups",
          ShapeText.of(input),
          "Set groups to a divisor of " + channels + ".");
    }
    List<WeightSpec> weights = new ArrayList<>();
    if (scale) {
      weights.add(inputs.trainable("gamma", Shape.of(channels), Ones.of(), null));
    }
    if (center) {
      weights.add(inputs.trainable("beta", Shape.of(channels), Zeros.of(), null));
    }
    return LayerGeometry.of(input, weights);
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.groupNormalization(this);
  }
}
