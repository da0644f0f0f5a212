package io.rhyton.model;

import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * One use of a layer whose shapes are known.
 *
 * @param layer the layer's name
 * @param call which of its calls, from 0
 * @param inputs what it is given
 * @param inferenceMode whether the layer runs in inference mode even while the model trains
 * @param inputShapes the shapes of that, the batch first and unknown
 * @param outputShapes what it makes, the batch first and unknown
 */
public record ResolvedCall(
    String layer,
    int call,
    List<LayerOutput> inputs,
    boolean inferenceMode,
    List<Shape> inputShapes,
    List<Shape> outputShapes) {

  /** Copies the lists. */
  public ResolvedCall {
    inputs = List.copyOf(inputs);
    inputShapes = List.copyOf(inputShapes);
    outputShapes = List.copyOf(outputShapes);
  }
}
