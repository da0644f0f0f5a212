package io.rhyton.model.layer;

import io.rhyton.model.shape.Rank;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a recurrent layer, each set by a method that returns a modified copy.
 *
 * @param <O> the rank of the output
 * @param <L> the type of the layer
 */
public sealed interface RecurrentSetters<O extends Rank, L extends RecurrentSetters<O, L>>
    extends Recurrent<O> permits GRU, LSTM, SimpleRNN {

  @Override
  L options(RecurrentOptions options);

  /** Sets the activation function; defaults to {@link ActivationFunction#TANH}. */
  default L activation(ActivationFunction activation) {
    return options(options().activation(activation));
  }

  /** Sets whether to add a bias; defaults to true. */
  default L useBias(boolean useBias) {
    return options(options().useBias(useBias));
  }

  /** Sets the initializer of the kernel; defaults to {@link GlorotUniform}. */
  default L kernelInitializer(Initializer kernelInitializer) {
    Objects.requireNonNull(kernelInitializer, "kernelInitializer");
    return kernel(options().kernel().initializer(kernelInitializer));
  }

  /** Sets the initializer of the recurrent kernel; defaults to {@link Orthogonal}. */
  default L recurrentInitializer(Initializer recurrentInitializer) {
    Objects.requireNonNull(recurrentInitializer, "recurrentInitializer");
    return recurrent(options().recurrent().initializer(recurrentInitializer));
  }

  /** Sets the initializer of the bias; defaults to {@link Zeros}. */
  default L biasInitializer(Initializer biasInitializer) {
    Objects.requireNonNull(biasInitializer, "biasInitializer");
    return bias(options().bias().initializer(biasInitializer));
  }

  /** Sets the regularizer of the kernel; none by default. */
  default L kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return kernel(options().kernel().regularizer(kernelRegularizer));
  }

  /** Sets the regularizer of the recurrent kernel; none by default. */
  default L recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return recurrent(options().recurrent().regularizer(recurrentRegularizer));
  }

  /** Sets the regularizer of the bias; none by default. */
  default L biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return bias(options().bias().regularizer(biasRegularizer));
  }

  /** Sets the constraint on the kernel; none by default. */
  default L kernelConstraint(@Nullable Constraint kernelConstraint) {
    return kernel(options().kernel().constraint(kernelConstraint));
  }

  /** Sets the constraint on the recurrent kernel; none by default. */
  default L recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return recurrent(options().recurrent().constraint(recurrentConstraint));
  }

  /** Sets the constraint on the bias; none by default. */
  default L biasConstraint(@Nullable Constraint biasConstraint) {
    return bias(options().bias().constraint(biasConstraint));
  }

  /** Sets the fraction of the inputs to drop during training, in [0, 1); defaults to 0. */
  default L dropout(double dropout) {
    return options(options().dropout(dropout));
  }

  /** Sets the fraction of the hidden state to drop during training, in [0, 1); defaults to 0. */
  default L recurrentDropout(double recurrentDropout) {
    return options(options().recurrentDropout(recurrentDropout));
  }

  /** Sets the seed. */
  default L seed(long seed) {
    return options(options().seed(seed));
  }

  @Override
  default L goBackwards(boolean goBackwards) {
    return options(options().goBackwards(goBackwards));
  }

  private L kernel(WeightOptions kernel) {
    return options(options().kernel(kernel));
  }

  private L recurrent(WeightOptions recurrent) {
    return options(options().recurrent(recurrent));
  }

  private L bias(WeightOptions bias) {
    return options(options().bias(bias));
  }
}
