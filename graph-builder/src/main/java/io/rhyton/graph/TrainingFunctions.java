package io.rhyton.graph;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;

/**
 * The functions of a trainable model in a SavedModel.
 *
 * @param library a graph whose library contains the functions
 * @param serve takes samples and returns predictions
 * @param trainStep takes samples and labels, runs one training step and returns the loss named
 *     {@code loss}, the loss of each output, and the means of the metrics
 * @param evaluate returns the same without a training step
 * @param inputs the inputs of the model, in order
 * @param outputs the outputs of the model, in order
 * @param labels the inputs for labels, in order
 */
public record TrainingFunctions(
    GraphDef library,
    FunctionCall serve,
    FunctionCall trainStep,
    FunctionCall evaluate,
    List<Port> inputs,
    List<Port> outputs,
    List<LabelPort> labels) {

  public TrainingFunctions {
    inputs = Arguments.copyOf("inputs", inputs);
    outputs = Arguments.copyOf("outputs", outputs);
    labels = Arguments.copyOf("labels", labels);
  }

  /**
   * An input or output tensor.
   *
   * @param name the name
   * @param shape the shape, with the batch as its first axis
   */
  public record Port(String name, Shape shape) {}

  /**
   * An input for labels.
   *
   * @param output the output that the labels belong to
   * @param sparse whether the labels are class indices
   */
  public record LabelPort(Port output, boolean sparse) {}
}
