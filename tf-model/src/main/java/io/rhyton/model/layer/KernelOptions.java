package io.rhyton.model.layer;

import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * The options that fully connected and convolutional layers share. Set them with the methods of
 * {@link AffineLayer} on the layer itself.
 *
 * @param activation the activation function
 * @param useBias whether to add a bias
 * @param kernel the options of the kernel
 * @param bias the options of the bias
 * @param activityRegularizer the regularizer of the output, divided by the batch size; null for
 *     none
 */
public record KernelOptions(
    ActivationFunction activation,
    boolean useBias,
    WeightOptions kernel,
    WeightOptions bias,
    @Nullable Regularizer activityRegularizer) {

  public KernelOptions {
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(kernel, "kernel");
    Objects.requireNonNull(bias, "bias");
  }

  /** Creates Keras's default options. */
  public static KernelOptions of() {
    return new KernelOptions(
        ActivationFunction.LINEAR,
        true,
        WeightOptions.of(GlorotUniform.of()),
        WeightOptions.of(Zeros.of()),
        null);
  }

  /** Sets the activation function. */
  public KernelOptions activation(ActivationFunction activation) {
    return new KernelOptions(activation, useBias, kernel, bias, activityRegularizer);
  }

  /** Sets whether to add a bias. */
  public KernelOptions useBias(boolean useBias) {
    return new KernelOptions(activation, useBias, kernel, bias, activityRegularizer);
  }

  /** Sets the options of the kernel. */
  public KernelOptions kernel(WeightOptions kernel) {
    return new KernelOptions(activation, useBias, kernel, bias, activityRegularizer);
  }

  /** Sets the options of the bias. */
  public KernelOptions bias(WeightOptions bias) {
    return new KernelOptions(activation, useBias, kernel, bias, activityRegularizer);
  }

  /** Sets the regularizer of the output. */
  public KernelOptions activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return new KernelOptions(activation, useBias, kernel, bias, activityRegularizer);
  }

  /** Returns the geometry with these kernels and, if there is one, a bias per output channel. */
  LayerGeometry geometry(LayerInputs inputs, Shape output, WeightSpec... kernels) {
    List<WeightSpec> weights = new ArrayList<>(List.of(kernels));
    if (useBias) {
      weights.add(inputs.trainable("bias", Shape.of(output.get(-1)), bias));
    }
    inputs.requireSupported(activityRegularizer, "output", output);
    return LayerGeometry.of(output, weights);
  }
}
