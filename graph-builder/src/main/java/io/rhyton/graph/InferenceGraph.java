package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * A model as a graph that predicts and nothing else, whatever the shape of its output. Owns the
 * graph; close the session that runs it first, or closing blocks.
 *
 * @param graph the graph itself
 * @param input takes a batch of samples
 * @param prediction the output
 * @param weights the variables of the model, in its order, without values at first
 */
public record InferenceGraph(
    Graph graph,
    Placeholder<TFloat32> input,
    Operand<TFloat32> prediction,
    List<Variable<TFloat32>> weights)
    implements AutoCloseable {

  /** Copies the list. */
  public InferenceGraph {
    weights = List.copyOf(weights);
  }

  /**
   * Builds the graph.
   *
   * @throws io.rhyton.model.SpecException if the model has several inputs or outputs
   */
  @MustBeClosed
  public static InferenceGraph build(ResolvedModel model) {
    model.requireOneInputAndOutput();
    Graph graph = new Graph();
    try {
      return build(graph, model);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static InferenceGraph build(Graph graph, ResolvedModel model) {
    Ops tf = Ops.create(graph);
    Map<String, Variable<TFloat32>> weights = new LinkedHashMap<>();
    for (WeightSpec weight : model.weights()) {
      weights.put(
          weight.name(),
          Variable.create(
              graph, tf, weight.name(), TFloat32.class, DataType.DT_FLOAT, weight.shape()));
    }
    Placeholder<TFloat32> input =
        tf.withName("input").placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    ForwardPass pass = ForwardPass.inference(tf, model, new ReadOnly(weights), List.of(input));
    return new InferenceGraph(
        graph, input, pass.prediction().output(), List.copyOf(weights.values()));
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }

  private record ReadOnly(Map<String, Variable<TFloat32>> weights) implements Variables {
    @Override
    public Operand<TFloat32> read(String name) {
      Variable<TFloat32> variable = weights.get(name);
      if (variable == null) {
        throw new IllegalStateException("no variable '" + name + "' in the graph");
      }
      return variable.read();
    }

    @Override
    public Op assign(Ops tf, String name, Operand<TFloat32> value) {
      throw new IllegalStateException("inference changes no weights");
    }
  }
}
