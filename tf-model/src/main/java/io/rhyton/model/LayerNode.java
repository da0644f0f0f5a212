package io.rhyton.model;

import io.rhyton.model.layer.Layer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A layer at its place in a model: its name there and the nodes it reads.
 *
 * @param name unique in the model; letters, digits, {@code _}, {@code .} and {@code -}, not
 *     starting with {@code _} or {@code -}
 * @param layer the layer's configuration
 * @param inputs the names of the nodes whose outputs it reads, in order; empty for an input
 */
public record LayerNode(String name, Layer layer, List<String> inputs) {
  /** What TensorFlow accepts as a scope name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.][A-Za-z0-9_.\\-]*");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if TensorFlow could not use the name as a scope
   */
  public LayerNode {
    requireName("layer name", name);
    inputs = List.copyOf(inputs);
  }

  static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " must be letters, digits, '_', '.' or '-', got '" + name + "'");
    }
  }
}
