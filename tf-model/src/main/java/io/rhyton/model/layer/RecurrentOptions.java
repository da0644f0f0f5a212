package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The options that recurrent layers share. Set them with the methods of {@link RecurrentSetters} on
 * the layer itself.
 *
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param kernel the options of the kernel
 * @param recurrent the options of the recurrent kernel
 * @param bias the options of the bias
 * @param dropout the fraction of the inputs to drop during training, in [0, 1), with the same mask
 *     at every timestep
 * @param recurrentDropout the fraction of the hidden state to drop during training, in [0, 1), with
 *     the same mask at every timestep
 * @param seed the random seed of the dropout, for a reproducible choice; if null, derived from the
 *     seed of the model
 * @param goBackwards whether to process the sequence from the last timestep to the first
 */
public record RecurrentOptions(
    ActivationFunction activation,
    boolean useBias,
    WeightOptions kernel,
    WeightOptions recurrent,
    WeightOptions bias,
    double dropout,
    double recurrentDropout,
    @Nullable Long seed,
    boolean goBackwards) {

  public RecurrentOptions {
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(recurrent, "recurrent");
    Objects.requireNonNull(bias, "bias");
    Arguments.requireFraction("dropout", dropout);
    Arguments.requireFraction("recurrentDropout", recurrentDropout);
  }

  /** Creates Keras's default options. */
  public static RecurrentOptions of() {
    return new RecurrentOptions(
        ActivationFunction.TANH,
        true,
        WeightOptions.of(GlorotUniform.of()),
        WeightOptions.of(Orthogonal.of()),
        WeightOptions.of(Zeros.of()),
        0,
        0,
        null,
        false);
  }

  /** Sets the activation function. */
  public RecurrentOptions activation(ActivationFunction activation) {
    return with(draft -> draft.activation = activation);
  }

  /** Sets whether to add a bias. */
  public RecurrentOptions useBias(boolean useBias) {
    return with(draft -> draft.useBias = useBias);
  }

  /** Sets the options of the kernel. */
  public RecurrentOptions kernel(WeightOptions kernel) {
    return with(draft -> draft.kernel = kernel);
  }

  /** Sets the options of the recurrent kernel. */
  public RecurrentOptions recurrent(WeightOptions recurrent) {
    return with(draft -> draft.recurrent = recurrent);
  }

  /** Sets the options of the bias. */
  public RecurrentOptions bias(WeightOptions bias) {
    return with(draft -> draft.bias = bias);
  }

  /** Sets the fraction of the inputs to drop during training, in [0, 1). */
  public RecurrentOptions dropout(double dropout) {
    return with(draft -> draft.dropout = dropout);
  }

  /** Sets the fraction of the hidden state to drop during training, in [0, 1). */
  public RecurrentOptions recurrentDropout(double recurrentDropout) {
    return with(draft -> draft.recurrentDropout = recurrentDropout);
  }

  /** Sets the seed. */
  public RecurrentOptions seed(long seed) {
    return with(draft -> draft.seed = seed);
  }

  /** Sets whether to process the sequence from the last timestep to the first. */
  public RecurrentOptions goBackwards(boolean goBackwards) {
    return with(draft -> draft.goBackwards = goBackwards);
  }

  private RecurrentOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /**
   * Returns kernel, recurrent kernel and bias, in Keras's order.
   *
   * @param sequence the input shape
   * @param width the number of columns of the kernels: the units of all gates
   * @param biasShape the shape of the bias
   */
  List<WeightSpec> weights(
      LayerInputs inputs, Shape sequence, int units, long width, Shape biasShape) {
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(inputs.trainable("kernel", Shape.of(sequence.get(2), width), kernel));
    weights.add(inputs.trainable("recurrent_kernel", Shape.of(units, width), recurrent));
    if (useBias) {
      weights.add(inputs.trainable("bias", biasShape, bias));
    }
    return weights;
  }

  /** A mutable copy of the components. */
  private static final class Draft {
    private ActivationFunction activation;
    private boolean useBias;
    private WeightOptions kernel;
    private WeightOptions recurrent;
    private WeightOptions bias;
    private double dropout;
    private double recurrentDropout;
    private @Nullable Long seed;
    private boolean goBackwards;

    private Draft(RecurrentOptions from) {
      activation = from.activation;
      useBias = from.useBias;
      kernel = from.kernel;
      recurrent = from.recurrent;
      bias = from.bias;
      dropout = from.dropout;
      recurrentDropout = from.recurrentDropout;
      seed = from.seed;
      goBackwards = from.goBackwards;
    }

    private RecurrentOptions options() {
      return new RecurrentOptions(
          activation,
          useBias,
          kernel,
          recurrent,
          bias,
          dropout,
          recurrentDropout,
          seed,
          goBackwards);
    }
  }
}
