package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.NestedModel;
import java.util.Objects;

/**
 * A tensor of a model: one output of one call of a layer. Keras's {@code keras_history}.
 *
 * @param layer the name of the layer
 * @param call the index of the call
 * @param index the index of the output; only a {@link NestedModel} has several outputs
 */
public record LayerOutput(String layer, int call, int index) {

  public LayerOutput {
    Objects.requireNonNull(layer, "layer");
    Arguments.requireNotNegative("call", call);
    Arguments.requireNotNegative("index", index);
  }

  /** Returns the output of a layer that is called once and has a single output. */
  public static LayerOutput of(String layer) {
    return new LayerOutput(layer, 0, 0);
  }

  /** Formats the tensor as Keras's {@code summary()} does: {@code conv2d[0][0]}. */
  @Override
  public String toString() {
    return layer + "[" + call + "][" + index + "]";
  }
}
