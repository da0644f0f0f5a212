package io.rhyton.model;

import java.util.List;

/**
 * One use of a layer. Keras's {@code Node}.
 *
 * @param inputs what the layer is given, in order; nothing for an input layer
 * @param inferenceMode whether the layer runs in inference mode even while the model trains, as
 *     Keras 2 runs a layer that is called with {@code training=False}; false lets it follow the
 *     model
 */
public record LayerCall(List<LayerOutput> inputs, boolean inferenceMode) {

  /** Copies the list. */
  public LayerCall {
    inputs = List.copyOf(inputs);
  }

  /** A call that follows the model into training and out of it. */
  public LayerCall(List<LayerOutput> inputs) {
    this(inputs, false);
  }

  /** A call on the given tensors. */
  public static LayerCall on(LayerOutput... inputs) {
    return new LayerCall(List.of(inputs));
  }

  /** The same call in inference mode, even while the model trains. */
  public LayerCall inInferenceMode() {
    return new LayerCall(inputs, true);
  }
}
