package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.NestedModel;

/**
 * One tensor in a model: an output of one call of a layer. Keras's {@code keras_history}.
 *
 * @param layer the layer's name
 * @param call which of its calls, from 0
 * @param index which of the call's outputs, from 0; only a {@link NestedModel} has several
 */
public record LayerOutput(String layer, int call, int index) {

  /** Checks the ranges. */
  public LayerOutput {
    Arguments.requireNotNegative("call", call);
    Arguments.requireNotNegative("index", index);
  }

  /** The output of a layer that is called once and has one. */
  public static LayerOutput of(String layer) {
    return new LayerOutput(layer, 0, 0);
  }

  /** As Keras's {@code summary()} prints it: {@code conv2d[0][0]}. */
  @Override
  public String toString() {
    return layer + "[" + call + "][" + index + "]";
  }
}
