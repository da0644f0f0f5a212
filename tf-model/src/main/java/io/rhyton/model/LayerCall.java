package io.rhyton.model;

import io.rhyton.error.Arguments;
import java.util.List;

/**
 * One call of a layer. Keras's {@code Node}.
 *
 * @param inputs the input tensors, in order; empty for an input layer
 * @param inferenceMode whether the layer runs in inference mode even during training, like a layer
 *     called with {@code training=False} in Keras 2; if false, it follows the mode of the model
 */
public record LayerCall(List<LayerOutput> inputs, boolean inferenceMode) {

  public LayerCall {
    inputs = Arguments.copyOf("inputs", inputs);
  }

  /** Creates a call that runs in the mode of the model. */
  public LayerCall(List<LayerOutput> inputs) {
    this(inputs, false);
  }

  /** Returns a call on the given tensors. */
  public static LayerCall on(LayerOutput... inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    return new LayerCall(List.of(inputs));
  }

  /** Returns the same call in inference mode, even during training. */
  public LayerCall inInferenceMode() {
    return new LayerCall(inputs, true);
  }
}
