package io.rhyton.model;

import java.util.List;

/**
 * One use of a layer. Keras's {@code Node}.
 *
 * @param inputs what the layer is given, in order; nothing for an input layer
 */
public record LayerCall(List<LayerOutput> inputs) {

  /** Copies the list. */
  public LayerCall {
    inputs = List.copyOf(inputs);
  }

  /** A call on the given tensors. */
  public static LayerCall on(LayerOutput... inputs) {
    return new LayerCall(List.of(inputs));
  }
}
