package io.rhyton.keras.model;

import io.rhyton.keras.codec.ActivationFunctionCodec;
import io.rhyton.keras.codec.KerasCodec;
import io.rhyton.keras.codec.KerasCodecs;
import io.rhyton.keras.codec.OptionsReader;
import io.rhyton.model.LayerNames;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.Reshape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Operations on tensors that are equivalent to a layer, for instance {@code keras.ops.relu(x)}, and
 * are read as that layer. None has weights, so it does not matter that Keras numbers them
 * separately.
 */
final class OperationLayers {
  /** Operations with the same options as a layer. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "Concatenate", "Concatenate",
          "Elu", "ELU",
          "LeakyRelu", "LeakyReLU",
          "Softmax", "Softmax");

  /** Activation functions whose operations have options. */
  private static final Set<ActivationFunction> WITH_OPTIONS =
      Set.of(ActivationFunction.GELU, ActivationFunction.LOG_SOFTMAX);

  private OperationLayers() {}

  /**
   * Returns the reader of the options of an operation.
   *
   * @param name the class name
   * @return null if there is no such layer
   */
  static @Nullable Function<OptionsReader, Layer> find(String name) {
    String layer = CLASSES.get(name);
    KerasCodec<? extends Layer> codec = layer == null ? null : KerasCodecs.LAYERS.find(layer);
    if (codec != null) {
      return codec::read;
    }
    return switch (name) {
      case "Celu" -> config -> activation(config, "alpha", 1.0, ActivationFunction.CELU);
      case "Exp" -> config -> Activation.of(ActivationFunction.EXPONENTIAL);
      case "Gelu" -> OperationLayers::gelu;
      case "HardShrink" ->
          config -> activation(config, "threshold", 0.5, ActivationFunction.HARD_SHRINK);
      case "LogSoftmax" -> OperationLayers::logSoftmax;
      case "Reshape" -> OperationLayers::reshape;
      case "SoftShrink" ->
          config -> activation(config, "threshold", 0.5, ActivationFunction.SOFT_SHRINK);
      case "Squareplus" -> config -> activation(config, "b", 4.0, ActivationFunction.SQUAREPLUS);
      case "Transpose" -> OperationLayers::transpose;
      default -> activation(name);
    };
  }

  private static @Nullable Function<OptionsReader, Layer> activation(String name) {
    for (ActivationFunction function : ActivationFunction.values()) {
      boolean isPlain = function != ActivationFunction.LINEAR && !WITH_OPTIONS.contains(function);
      if (isPlain && ActivationFunctionCodec.write(function).equals(LayerNames.snakeCase(name))) {
        return config -> Activation.of(function);
      }
    }
    return null;
  }

  /** An activation function with an option, which {@link Activation} does not have. */
  private static Layer activation(
      OptionsReader config, String option, double value, ActivationFunction function) {
    config.only(option, value);
    return Activation.of(function);
  }

  private static Layer gelu(OptionsReader config) {
    if (config.flag("approximate", true)) {
      config.get("approximate").refuse("expected false: Rhyton supports only the exact function");
    }
    return Activation.of(ActivationFunction.GELU);
  }

  private static Layer logSoftmax(OptionsReader config) {
    config.only("axis", -1);
    return Activation.of(ActivationFunction.LOG_SOFTMAX);
  }

  private static Layer reshape(OptionsReader config) {
    List<Integer> sizes = config.integers("newshape", List.of());
    if (sizes.isEmpty() || sizes.get(0) != -1) {
      config.get("newshape").refuse("expected -1 for the batch axis first, got " + sizes);
      return Reshape.vector(-1);
    }
    return new Reshape<>(sizes.subList(1, sizes.size()));
  }

  private static Layer transpose(OptionsReader config) {
    List<Integer> axes = config.integers("axes", List.of());
    if (axes.isEmpty() || axes.get(0) != 0) {
      config.get("axes").refuse("expected 0, the batch axis, first, got " + axes);
      return Permute.of(1);
    }
    return new Permute(axes.subList(1, axes.size()));
  }
}
