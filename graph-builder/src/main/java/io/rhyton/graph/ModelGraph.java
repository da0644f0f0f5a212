package io.rhyton.graph;

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
 * A model as a TensorFlow graph: what to feed, what to fetch, what to run. Owns the graph; close
 * the session that runs it first, or closing blocks.
 *
 * @param graph the graph itself
 * @param inputs take a batch of samples
 * @param labels take their labels, for every output that is measured
 * @param predictions the outputs in inference
 * @param measures the names of the losses and metrics, the total loss first
 * @param formulas what the sums of each metric come to
 * @param steps train and measure
 * @param weightedSteps adds to the graph what trains and measures with samples that count more or
 *     less than others; null if the graph cannot
 * @param finish changes the weights at the end of {@code fit}; null if nothing does
 * @param initialize gives every variable the value it starts with
 * @param weights the variables of the model, in its order
 * @param iteration the number of steps done
 * @param learningRate the step size of the next step; null if a schedule gives it
 * @param rate the step size of the next step, whatever gives it; null if a saved function alone
 *     knows
 * @param slots what else the optimizer keeps, in Keras's order
 */
public record ModelGraph(
    Graph graph,
    List<GraphTensor> inputs,
    List<LabelInput> labels,
    List<GraphTensor> predictions,
    MeasureNames measures,
    List<MetricFormula> formulas,
    Steps steps,
    @Nullable Supplier<Steps> weightedSteps,
    @Nullable Op finish,
    Op initialize,
    List<Variable<TFloat32>> weights,
    Variable<TInt64> iteration,
    @Nullable Variable<TFloat32> learningRate,
    @Nullable Operand<TFloat32> rate,
    List<Variable<TFloat32>> slots)
    implements AutoCloseable {

  /** Copies the lists. */
  public ModelGraph {
    inputs = List.copyOf(inputs);
    labels = List.copyOf(labels);
    predictions = List.copyOf(predictions);
    formulas = List.copyOf(formulas);
    weights = List.copyOf(weights);
    slots = List.copyOf(slots);
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }
}
