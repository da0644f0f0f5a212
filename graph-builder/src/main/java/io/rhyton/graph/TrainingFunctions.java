package io.rhyton.graph;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;

/**
 * A model as functions, as a SavedModel holds it.
 *
 * @param library a graph whose library has the functions
 * @param serve predicts for samples
 * @param trainStep takes samples and labels, changes the variables by one step and puts out {@value
 *     Measures#LOSS} and the means of the metrics
 * @param evaluate puts out the same without a step
 * @param inputShape the shape of a batch of samples
 * @param labelsShape the shape of a batch of labels
 * @param sparseLabels whether they are class numbers
 */
public record TrainingFunctions(
    GraphDef library,
    FunctionCall serve,
    FunctionCall trainStep,
    FunctionCall evaluate,
    Shape inputShape,
    Shape labelsShape,
    boolean sparseLabels) {}
