package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A normalization layer with a scale gamma and an offset beta, both enabled by default. Each option
 * is set by a method that returns a modified copy.
 *
 * @param <L> the type of the layer
 */
public sealed interface ScaledAndCentered<L extends ScaledAndCentered<L>>
    permits BatchNormalization, GroupNormalization, LayerNormalization {

  /** Returns gamma and beta. */
  GammaBeta gammaBeta();

  /** Sets all options at once. */
  L gammaBeta(GammaBeta gammaBeta);

  /** Sets whether to add beta; defaults to true. */
  default L center(boolean center) {
    return gammaBeta(gammaBeta().center(center));
  }

  /** Sets whether to multiply by gamma; defaults to true. */
  default L scale(boolean scale) {
    return gammaBeta(gammaBeta().scale(scale));
  }

  /** Sets the initializer of beta; defaults to {@link Zeros}. */
  default L betaInitializer(Initializer betaInitializer) {
    Objects.requireNonNull(betaInitializer, "betaInitializer");
    return beta(gammaBeta().beta().initializer(betaInitializer));
  }

  /** Sets the initializer of gamma; defaults to {@link Ones}. */
  default L gammaInitializer(Initializer gammaInitializer) {
    Objects.requireNonNull(gammaInitializer, "gammaInitializer");
    return gamma(gammaBeta().gamma().initializer(gammaInitializer));
  }

  /** Sets the regularizer of beta; none by default. */
  default L betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return beta(gammaBeta().beta().regularizer(betaRegularizer));
  }

  /** Sets the regularizer of gamma; none by default. */
  default L gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return gamma(gammaBeta().gamma().regularizer(gammaRegularizer));
  }

  /** Sets the constraint on beta; none by default. */
  default L betaConstraint(@Nullable Constraint betaConstraint) {
    return beta(gammaBeta().beta().constraint(betaConstraint));
  }

  /** Sets the constraint on gamma; none by default. */
  default L gammaConstraint(@Nullable Constraint gammaConstraint) {
    return gamma(gammaBeta().gamma().constraint(gammaConstraint));
  }

  private L beta(WeightOptions beta) {
    return gammaBeta(gammaBeta().beta(beta));
  }

  private L gamma(WeightOptions gamma) {
    return gammaBeta(gammaBeta().gamma(gamma));
  }
}
