package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** A normalisation that multiplies by gamma and adds beta, each unless it is told not to. */
sealed interface ScaledAndCentered
    permits BatchNormalization, GroupNormalization, LayerNormalization {

  boolean scale();

  boolean center();

  Initializer gammaInitializer();

  Initializer betaInitializer();

  @Nullable Regularizer gammaRegularizer();

  @Nullable Regularizer betaRegularizer();

  @Nullable Constraint gammaConstraint();

  @Nullable Constraint betaConstraint();

  /** Gamma and beta of this shape, in Keras's order, as far as there are such. */
  static List<WeightSpec> weights(ScaledAndCentered layer, LayerInputs inputs, Shape shape) {
    List<WeightSpec> weights = new ArrayList<>();
    if (layer.scale()) {
      weights.add(
          inputs.trainable(
              "gamma",
              shape,
              layer.gammaInitializer(),
              layer.gammaRegularizer(),
              layer.gammaConstraint()));
    }
    if (layer.center()) {
      weights.add(
          inputs.trainable(
              "beta",
              shape,
              layer.betaInitializer(),
              layer.betaRegularizer(),
              layer.betaConstraint()));
    }
    return weights;
  }
}
