package io.rhyton.graph;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/**
 * A model as a TensorFlow graph: what to feed, what to fetch, what to run. Owns the graph; close
 * the session that runs it first, or closing blocks.
 *
 * @param graph the graph itself
 * @param input takes a batch of samples
 * @param labels takes their labels: class numbers as int64, or rows of floats
 * @param sparseLabels whether the labels are class numbers
 * @param prediction the output in inference
 * @param trainingMeasures loss and sums of the metrics in training, {@code [1 + metrics]}
 * @param evaluationMeasures the same in inference
 * @param trainStep changes the weights by one step
 * @param initialize gives every variable the value it starts with
 * @param weights the variables of the model, in its order
 * @param iteration the number of steps done
 * @param learningRate the step size of the next step
 * @param slots what the optimizer keeps of each trainable weight, in Keras's order
 */
public record ModelGraph(
    Graph graph,
    Placeholder<TFloat32> input,
    Placeholder<? extends TType> labels,
    boolean sparseLabels,
    Operand<TFloat32> prediction,
    Operand<TFloat32> trainingMeasures,
    Operand<TFloat32> evaluationMeasures,
    Op trainStep,
    Op initialize,
    List<Variable<TFloat32>> weights,
    Variable<TInt64> iteration,
    Variable<TFloat32> learningRate,
    List<Variable<TFloat32>> slots)
    implements AutoCloseable {

  /** Copies the lists. */
  public ModelGraph {
    weights = List.copyOf(weights);
    slots = List.copyOf(slots);
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }
}
