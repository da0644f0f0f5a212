package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    return with(draft -> draft.center = center);
  }

  /** Sets whether gamma is multiplied. */
  public GammaBeta scale(boolean scale) {
    return with(draft -> draft.scale = scale);
  }

  /** Sets how beta starts. */
  public GammaBeta betaInitializer(Initializer betaInitializer) {
    return with(draft -> draft.betaInitializer = betaInitializer);
  }

  /** Sets how gamma starts. */
  public GammaBeta gammaInitializer(Initializer gammaInitializer) {
    return with(draft -> draft.gammaInitializer = gammaInitializer);
  }

  /** Sets what beta adds to the loss. */
  public GammaBeta betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return with(draft -> draft.betaRegularizer = betaRegularizer);
  }

  /** Sets what gamma adds to the loss. */
  public GammaBeta gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return with(draft -> draft.gammaRegularizer = gammaRegularizer);
  }

  /** Sets what beta is brought back to after every step. */
  public GammaBeta betaConstraint(@Nullable Constraint betaConstraint) {
    return with(draft -> draft.betaConstraint = betaConstraint);
  }

  /** Sets what gamma is brought back to after every step. */
  public GammaBeta gammaConstraint(@Nullable Constraint gammaConstraint) {
    return with(draft -> draft.gammaConstraint = gammaConstraint);
  }

  private GammaBeta with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.gammaBeta();
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

  /** The components while one of them is changed. */
  private static final class Draft {
    private boolean center;
    private boolean scale;
    private Initializer betaInitializer;
    private Initializer gammaInitializer;
    private @Nullable Regularizer betaRegularizer;
    private @Nullable Regularizer gammaRegularizer;
    private @Nullable Constraint betaConstraint;
    private @Nullable Constraint gammaConstraint;

    private Draft(GammaBeta from) {
      center = from.center;
      scale = from.scale;
      betaInitializer = from.betaInitializer;
      gammaInitializer = from.gammaInitializer;
      betaRegularizer = from.betaRegularizer;
      gammaRegularizer = from.gammaRegularizer;
      betaConstraint = from.betaConstraint;
      gammaConstraint = from.gammaConstraint;
    }

    private GammaBeta gammaBeta() {
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
  }
}
