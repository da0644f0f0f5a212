package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.layer.Layer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A layer of a model: its name, its configuration, whether it is trainable, and its calls.
 *
 * @param name unique in the model; letters, digits, {@code _}, {@code .} and {@code -}, not
 *     starting with {@code _} or {@code -}; neither {@code .} nor {@code ..}
 * @param layer the configuration of the layer
 * @param trainable whether the optimizer updates its weights; a frozen batch normalization runs in
 *     inference mode
 * @param calls its calls, at least one; a shared layer has several
 */
public record LayerSpec(String name, Layer layer, boolean trainable, List<LayerCall> calls) {
  /** The scope names that TensorFlow accepts. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\-]*");

  /**
   * Validates the name and the calls.
   *
   * @throws IllegalArgumentException if the name is not a valid TensorFlow scope name, or there are
   *     no calls
   */
  public LayerSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layer, "layer");
    calls = Arguments.copyOf("calls", calls);
    requireName("layer name", name);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException(
          "layer " + MessageText.name(name) + " must have at least one call, got none");
    }
  }

  /** Returns a trainable layer that is called once, on the single outputs of other layers. */
  public static LayerSpec of(String name, Layer layer, String... inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    List<LayerOutput> outputs = List.of(inputs).stream().map(LayerOutput::of).toList();
    return new LayerSpec(name, layer, true, List.of(new LayerCall(outputs)));
  }

  /** Sets whether the optimizer updates the weights; defaults to true. */
  public LayerSpec trainable(boolean trainable) {
    return new LayerSpec(name, layer, trainable, calls);
  }

  /** A name is a part of the paths of weights, in graphs and in files: HDF5 has no group ".". */
  static void requireName(String what, String name) {
    if (name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException(
          what + " must be a name rather than a path, got " + MessageText.name(name));
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " must be letters, digits, '_', '.' or '-', got " + MessageText.name(name));
    }
  }
}
