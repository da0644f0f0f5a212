package io.rhyton.model;

import io.rhyton.error.Arguments;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * One call of a layer, with its shapes inferred.
 *
 * @param layer the name of the layer
 * @param call the index of the call
 * @param inputs the input tensors
 * @param inferenceMode whether the layer runs in inference mode even during training
 * @param inputShapes the input shapes, batch axis first, of unknown size
 * @param outputShapes the output shapes, batch axis first, of unknown size
 */
public record ResolvedCall(
    String layer,
    int call,
    List<LayerOutput> inputs,
    boolean inferenceMode,
    List<Shape> inputShapes,
    List<Shape> outputShapes) {

  public ResolvedCall {
    Objects.requireNonNull(layer, "layer");
    inputs = Arguments.copyOf("inputs", inputs);
    inputShapes = Arguments.copyOf("inputShapes", inputShapes);
    outputShapes = Arguments.copyOf("outputShapes", outputShapes);
  }
}
