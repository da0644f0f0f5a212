package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.Zeros;
import org.jspecify.annotations.Nullable;
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
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 * @param betaInitializer how beta starts
 * @param gammaInitializer how gamma starts
 * @param betaRegularizer what beta adds to the loss
 * @param gammaRegularizer what gamma adds to the loss
 * @param betaConstraint what beta is brought back to after every step
 * @param gammaConstraint what gamma is brought back to after every step
 */
public record GroupNormalization(
    int groups,
    int axis,
    double epsilon,
    boolean center,
    boolean scale,
    Initializer betaInitializer,
    Initializer gammaInitializer,
    @Nullable Regularizer betaRegularizer,
    @Nullable Regularizer gammaRegularizer,
    @Nullable Constraint betaConstraint,
    @Nullable Constraint gammaConstraint)
    implements Keeping, ScaledAndCentered {

  /** Checks the ranges. */
  public GroupNormalization {
    if (groups != -1) {
      Arguments.requirePositive("groups", groups);
    }
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation of 32 groups of the last axis with epsilon 0.001. */
  public static GroupNormalization of() {
    return new GroupNormalization(
        32, -1, 0.001, true, true, Zeros.of(), Ones.of(), null, null, null, null);
  }

  /** Sets how many groups, -1 for a group a channel; 32 unless set. */
  public GroupNormalization groups(int groups) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets the axis of the channels, the batch being axis 0; the last, -1, unless set. */
  public GroupNormalization axis(int axis) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets the epsilon, above 0; 0.001 unless set. */
  public GroupNormalization epsilon(double epsilon) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets whether beta is added; true unless set. */
  public GroupNormalization center(boolean center) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets whether gamma is multiplied; true unless set. */
  public GroupNormalization scale(boolean scale) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets how beta starts; {@link Zeros} unless set. */
  public GroupNormalization betaInitializer(Initializer betaInitializer) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets how gamma starts; {@link Ones} unless set. */
  public GroupNormalization gammaInitializer(Initializer gammaInitializer) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what beta adds to the loss; nothing unless set. */
  public GroupNormalization betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what gamma adds to the loss; nothing unless set. */
  public GroupNormalization gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what beta is brought back to after every step; nothing unless set. */
  public GroupNormalization betaConstraint(@Nullable Constraint betaConstraint) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what gamma is brought back to after every step; nothing unless set. */
  public GroupNormalization gammaConstraint(@Nullable Constraint gammaConstraint) {
    return new GroupNormalization(
        groups,
        axis,
        epsilon,
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
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
    return LayerGeometry.of(inputs.single(), ScaledAndCentered.weights(this, inputs, channels));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.groupNormalization(this);
  }
}
