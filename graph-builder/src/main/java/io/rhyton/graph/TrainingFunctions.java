package io.rhyton.graph;

import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;

/**
 * A model as functions, as a SavedModel holds it.
 *
 * @param library a graph whose library has the functions
 * @param serve predicts for samples
 * @param trainStep takes samples and labels, changes the variables by one step and puts out {@value
 *     MeasureNames#LOSS}, the loss of each output, and the means of the metrics
 * @param evaluate puts out the same without a step
 * @param inputs what takes samples, in order
 * @param outputs what predicts, in order
 * @param labels what takes labels, in order
 */
public record TrainingFunctions(
    GraphDef library,
    FunctionCall serve,
    FunctionCall trainStep,
    FunctionCall evaluate,
    List<Port> inputs,
    List<Port> outputs,
    List<LabelPort> labels) {

  /** Copies the lists. */
  public TrainingFunctions {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    labels = List.copyOf(labels);
  }

  /**
   * A tensor that goes in or out.
   *
   * @param name what it is called
   * @param shape its shape, the batch first
   */
  public record Port(String name, Shape shape) {}

  /**
   * Labels that go in.
   *
   * @param output the output that they are for
   * @param sparse whether they are class numbers
   */
  public record LabelPort(Port output, boolean sparse) {}
}
