package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * What a normalisation multiplies by and what it adds. Set it by the methods of {@link
 * ScaledAndCentered} on the layer itself.
 *
 * @param center whether beta is added
 * @param scale whether gamma is multiplied
 * @param betaInitializer how beta starts
 * @param gammaInitializer how gamma starts
 * @param betaRegularizer what beta adds to the loss
 * @param gammaRegularizer what gamma adds to the loss
 * @param betaConstraint what beta is brought back to after every step
 * @param gammaConstraint what gamma is brought back to after every step
 */
public record GammaBeta(
    boolean center,
    boolean scale,
    Initializer betaInitializer,
    Initializer gammaInitializer,
    @Nullable Regularizer betaRegularizer,
    @Nullable Regularizer gammaRegularizer,
    @Nullable Constraint betaConstraint,
    @Nullable Constraint gammaConstraint) {

  /** Both, of zeros and ones at first. */
  public static GammaBeta of() {
    return new GammaBeta(true, true, Zeros.of(), Ones.of(), null, null, null, null);
  }

  /** Sets whether beta is added. */
  public GammaBeta center(boolean center) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets whether gamma is multiplied. */
  public GammaBeta scale(boolean scale) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets how beta starts. */
  public GammaBeta betaInitializer(Initializer betaInitializer) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets how gamma starts. */
  public GammaBeta gammaInitializer(Initializer gammaInitializer) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what beta adds to the loss. */
  public GammaBeta betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what gamma adds to the loss. */
  public GammaBeta gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what beta is brought back to after every step. */
  public GammaBeta betaConstraint(@Nullable Constraint betaConstraint) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Sets what gamma is brought back to after every step. */
  public GammaBeta gammaConstraint(@Nullable Constraint gammaConstraint) {
    return new GammaBeta(
        center,
        scale,
        betaInitializer,
        gammaInitializer,
        betaRegularizer,
        gammaRegularizer,
        betaConstraint,
        gammaConstraint);
  }

  /** Gamma and beta of this shape, in Keras's order, as far as there are such. */
  List<WeightSpec> weights(LayerInputs inputs, Shape shape) {
    List<WeightSpec> weights = new ArrayList<>();
    if (scale) {
      weights.add(
          inputs.trainable("gamma", shape, gammaInitializer, gammaRegularizer, gammaConstraint));
    }
    if (center) {
      weights.add(
          inputs.trainable("beta", shape, betaInitializer, betaRegularizer, betaConstraint));
    }
    return weights;
  }
}
