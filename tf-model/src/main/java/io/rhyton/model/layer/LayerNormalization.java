package io.rhyton.model.layer;

import io.rhyton.model.Arguments;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 * @param betaInitializer how beta starts
 * @param gammaInitializer how gamma starts
 * @param betaRegularizer what beta adds to the loss
 * @param gammaRegularizer what gamma adds to the loss
 * @param betaConstraint what beta is brought back to after every step
 * @param gammaConstraint what gamma is brought back to after every step
 */
public record LayerNormalization(
    List<Integer> axis,
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
  public LayerNormalization {
    axis = Axes.require("axis", axis);
    Arguments.requirePositive("epsilon", epsilon);
  }

  /** A normalisation over the last axis with epsilon 0.001. */
  public static LayerNormalization of() {
    return new LayerNormalization(
        Axes.of(-1), 0.001, true, true, Zeros.of(), Ones.of(), null, null, null, null);
  }

  /** Sets the axes, one or more; the last unless set. */
  public LayerNormalization axis(int... axis) {
    return new LayerNormalization(
        Axes.of(axis),
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
  public LayerNormalization epsilon(double epsilon) {
    return new LayerNormalization(
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
  public LayerNormalization center(boolean center) {
    return new LayerNormalization(
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
  public LayerNormalization scale(boolean scale) {
    return new LayerNormalization(
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
  public LayerNormalization betaInitializer(Initializer betaInitializer) {
    return new LayerNormalization(
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
  public LayerNormalization gammaInitializer(Initializer gammaInitializer) {
    return new LayerNormalization(
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
  public LayerNormalization betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return new LayerNormalization(
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
  public LayerNormalization gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return new LayerNormalization(
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
  public LayerNormalization betaConstraint(@Nullable Constraint betaConstraint) {
    return new LayerNormalization(
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
  public LayerNormalization gammaConstraint(@Nullable Constraint gammaConstraint) {
    return new LayerNormalization(
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
    Shape sizes = Axes.sizes(inputs, axis);
    return LayerGeometry.of(inputs.single(), ScaledAndCentered.weights(this, inputs, sizes));
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.layerNormalization(this);
  }
}
