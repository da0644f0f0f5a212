package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.Zeros;
import org.jspecify.annotations.Nullable;

/**
 * A normalisation that multiplies by gamma and adds beta, each unless it is told not to. Each
 * option is set by a method that returns a changed copy.
 *
 * @param <L> the layer
 */
public sealed interface ScaledAndCentered<L extends ScaledAndCentered<L>>
    permits BatchNormalization, GroupNormalization, LayerNormalization {

  /** Gamma and beta. */
  GammaBeta gammaBeta();

  /** Sets all of the options at once. */
  L gammaBeta(GammaBeta gammaBeta);

  /** Sets whether beta is added; true unless set. */
  default L center(boolean center) {
    return gammaBeta(gammaBeta().center(center));
  }

  /** Sets whether gamma is multiplied; true unless set. */
  default L scale(boolean scale) {
    return gammaBeta(gammaBeta().scale(scale));
  }

  /** Sets how beta starts; {@link Zeros} unless set. */
  default L betaInitializer(Initializer betaInitializer) {
    return gammaBeta(gammaBeta().betaInitializer(betaInitializer));
  }

  /** Sets how gamma starts; {@link Ones} unless set. */
  default L gammaInitializer(Initializer gammaInitializer) {
    return gammaBeta(gammaBeta().gammaInitializer(gammaInitializer));
  }

  /** Sets what beta adds to the loss; nothing unless set. */
  default L betaRegularizer(@Nullable Regularizer betaRegularizer) {
    return gammaBeta(gammaBeta().betaRegularizer(betaRegularizer));
  }

  /** Sets what gamma adds to the loss; nothing unless set. */
  default L gammaRegularizer(@Nullable Regularizer gammaRegularizer) {
    return gammaBeta(gammaBeta().gammaRegularizer(gammaRegularizer));
  }

  /** Sets what beta is brought back to after every step; nothing unless set. */
  default L betaConstraint(@Nullable Constraint betaConstraint) {
    return gammaBeta(gammaBeta().betaConstraint(betaConstraint));
  }

  /** Sets what gamma is brought back to after every step; nothing unless set. */
  default L gammaConstraint(@Nullable Constraint gammaConstraint) {
    return gammaBeta(gammaBeta().gammaConstraint(gammaConstraint));
  }
}
