package io.rhyton.model.layer;

import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected or convolutional layer: an affine map, given by a kernel and a bias, followed
 * by an activation function. Each option is set by a method that returns a modified copy.
 *
 * @param <L> the type of the layer
 */
public sealed interface AffineLayer<L extends AffineLayer<L>> permits DepthwiseLayer, KernelLayer {

  /** Returns the options. */
  KernelOptions options();

  /** Sets all options at once. */
  L options(KernelOptions options);

  /** Returns the activation function. */
  default ActivationFunction activation() {
    return options().activation();
  }

  /** Returns whether there is a bias. */
  default boolean useBias() {
    return options().useBias();
  }

  /** Returns the regularizer of the output, or null. */
  default @Nullable Regularizer activityRegularizer() {
    return options().activityRegularizer();
  }

  /** Sets the activation function; defaults to {@link ActivationFunction#LINEAR}. */
  default L activation(ActivationFunction activation) {
    return options(options().activation(activation));
  }

  /** Sets whether to add a bias; defaults to true. */
  default L useBias(boolean useBias) {
    return options(options().useBias(useBias));
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  default L biasInitializer(Initializer biasInitializer) {
    Objects.requireNonNull(biasInitializer, "biasInitializer");
    return bias(options().bias().initializer(biasInitializer));
  }

  /** Sets the regularizer of the bias; none by default. */
  default L biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return bias(options().bias().regularizer(biasRegularizer));
  }

  /** Sets the constraint on the bias; none by default. */
  default L biasConstraint(@Nullable Constraint biasConstraint) {
    return bias(options().bias().constraint(biasConstraint));
  }

  private L bias(WeightOptions bias) {
    return options(options().bias(bias));
  }

  /** Sets the regularizer of the output; none by default. */
  default L activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return options(options().activityRegularizer(activityRegularizer));
  }
}
