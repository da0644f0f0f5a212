package io.rhyton.graph;

import io.rhyton.error.Arguments;
import io.rhyton.graph.objective.LabelInput;
import io.rhyton.graph.objective.MeasureNames;
import io.rhyton.graph.objective.MetricFormula;
import io.rhyton.graph.variable.Variable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The TensorFlow graph of a compiled model: what to feed, what to fetch and what to run. Owns the
 * graph; close the session that runs it first, or closing the graph blocks.
 *
 * @param graph the graph
 * @param inputs the placeholders for a batch of samples
 * @param labels the placeholders for their labels, for every output with a loss or metrics
 * @param predictions the outputs in inference mode
 * @param measures the names of the losses and metrics, the total loss first
 * @param formulas the formula of each metric
 * @param steps the steps of training and evaluation
 * @param weightedSteps adds steps with sample weights to the graph; null if the graph does not
 *     support them
 * @param finish overwrites the weights with their moving averages at the end of {@code fit}; null
 *     if there are none
 * @param initialize initializes every variable
 * @param weights the variables of the model, in the model's order
 * @param iteration the number of completed steps
 * @param learningRate the learning rate of the next step; null if it comes from a schedule
 * @param rate the learning rate of the next step, constant or from a schedule; null if only a saved
 *     function knows it
 * @param slots the slot variables of the optimizer, in Keras's order
 */
public record ModelGraph(
    Graph graph,
    List<GraphTensor> inputs,
    List<LabelInput> labels,
    List<GraphTensor> predictions,
    MeasureNames measures,
    List<MetricFormula> formulas,
    StepOps steps,
    @Nullable Supplier<StepOps> weightedSteps,
    @Nullable Op finish,
    Op initialize,
    List<Variable<TFloat32>> weights,
    Variable<TInt64> iteration,
    @Nullable Variable<TFloat32> learningRate,
    @Nullable Operand<TFloat32> rate,
    List<Variable<TFloat32>> slots)
    implements AutoCloseable {

  public ModelGraph {
    inputs = Arguments.copyOf("inputs", inputs);
    labels = Arguments.copyOf("labels", labels);
    predictions = Arguments.copyOf("predictions", predictions);
    formulas = Arguments.copyOf("formulas", formulas);
    weights = Arguments.copyOf("weights", weights);
    slots = Arguments.copyOf("slots", slots);
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }
}
