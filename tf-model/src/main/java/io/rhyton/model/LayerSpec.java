package io.rhyton.model;

import io.rhyton.model.layer.Layer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A layer in a model: its name there, whether it learns, and where it is used.
 *
 * @param name unique in the model; letters, digits, {@code _}, {@code .} and {@code -}, not
 *     starting with {@code _} or {@code -}
 * @param layer the layer's configuration
 * @param trainable whether the optimizer may change its weights; a batch normalisation that may not
 *     be changed behaves as in inference
 * @param calls its uses, one or more; a layer that is shared has several
 */
public record LayerSpec(String name, Layer layer, boolean trainable, List<LayerCall> calls) {
  /** What TensorFlow accepts as a scope name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\-]*");

  /**
   * Checks the name and the calls.
   *
   * @throws IllegalArgumentException if TensorFlow could not use the name as a scope, or the layer
   *     is never called
   */
  public LayerSpec {
    requireName("layer name", name);
    calls = List.copyOf(calls);
    if (calls.isEmpty()) {
      throw new IllegalArgumentException("layer '" + name + "' must be called, got no call");
    }
  }

  /** A layer that learns and is used once, on the only outputs of other layers. */
  public static LayerSpec of(String name, Layer layer, String... inputs) {
    List<LayerOutput> outputs = List.of(inputs).stream().map(LayerOutput::of).toList();
    return new LayerSpec(name, layer, true, List.of(new LayerCall(outputs)));
  }

  /** Sets whether the optimizer may change its weights; true unless set. */
  public LayerSpec trainable(boolean trainable) {
    return new LayerSpec(name, layer, trainable, calls);
  }

  static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " must be letters, digits, '_', '.' or '-', got '" + name + "'");
    }
  }
}
