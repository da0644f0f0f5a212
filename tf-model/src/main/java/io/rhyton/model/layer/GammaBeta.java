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
 * The scale gamma and the offset beta of a normalization layer. Set them with the methods of {@link
 * ScaledAndCentered} on the layer itself.
 *
 * @param center whether to add beta
 * @param scale whether to multiply by gamma
 * @param betaInitializer the initializer of beta
 * @param gammaInitializer the initializer of gamma
 * @param betaRegularizer the regularizer of beta; null for none
 * @param gammaRegularizer the regularizer of gamma; null for none
 * @param betaConstraint the constraint on beta; null for none
 * @param gammaConstraint the constraint on gamma; null for none
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

  /** Creates the default: both, with beta initialized to zeros and gamma to ones. */
  public static GammaBeta of() {
    return new GammaBeta(true, true, Zeros.of(), Ones.of(), null, null, null, null);
  }

  /** Sets whether to add beta. */
  public GammaBeta center(boolean center) {
    return with(draft -> draft.center = center);
  }

  /** Sets whether to multiply by gamma. */
  public GammaBeta scale(boolean scale) {
    return with(draft -> draft.scale = scale);
  }

  /** Sets the initializer of beta. */
  public GammaBeta betaInitializer(Initializer betaInitializer) {
    return with(draft -> draft.betaInitializer = betaInitializer);
  }

  /** Sets the initializer of gamma. */
  public GammaBeta gammaInitializer(Initializer gammaInitializer) {
    return with(draft -> draft.gammaInitializer = gammaInitializer);
  }

  /** Sets the regularizer of beta. */
  public GammaBeta betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return with(draft -> draft.betaRegularizer = betaRegularizer);
  }

  /** Sets the regularizer of gamma. */
  public GammaBeta gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return with(draft -> draft.gammaRegularizer = gammaRegularizer);
  }

  /** Sets the constraint on beta. */
  public GammaBeta betaConstraint(@Nullable Constraint betaConstraint) {
    return with(draft -> draft.betaConstraint = betaConstraint);
  }

  /** Sets the constraint on gamma. */
  public GammaBeta gammaConstraint(@Nullable Constraint gammaConstraint) {
    return with(draft -> draft.gammaConstraint = gammaConstraint);
  }

  private GammaBeta with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.gammaBeta();
  }

  /** Returns the gamma and beta in use, with the given shape, in Keras's order. */
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

  /** A mutable copy of the components. */
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
