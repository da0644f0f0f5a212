package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Variable;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.runtime.NativeRuntime;
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
 * The inference-only graph of a model, with outputs of any shape. Owns the graph; close the session
 * that runs it first, or closing the graph blocks.
 *
 * @param graph the graph
 * @param inputs the placeholders for a batch of samples
 * @param predictions the outputs
 * @param weights the variables of the model, in the model's order and not initialized
 */
public record InferenceGraph(
    Graph graph,
    List<GraphTensor> inputs,
    List<GraphTensor> predictions,
    List<Variable<TFloat32>> weights)
    implements AutoCloseable {

  public InferenceGraph {
    inputs = Arguments.copyOf("inputs", inputs);
    predictions = Arguments.copyOf("predictions", predictions);
    weights = Arguments.copyOf("weights", weights);
  }

  /** Builds the graph. */
  @MustBeClosed
  public static InferenceGraph build(ResolvedModel model) {
    Graph graph = NativeRuntime.newGraph();
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
    List<Placeholder<TFloat32>> samples = GraphBuilder.placeholders(tf, model);
    ForwardPass pass = ForwardPass.inference(tf, model, new ReadOnly(weights), samples);
    return new InferenceGraph(
        graph,
        GraphBuilder.inputs(model, samples),
        GraphBuilder.outputs(tf, model, samples, pass),
        List.copyOf(weights.values()));
  }

  /** Frees the graph. */
  @Override
  public void close() {
    graph.close();
  }

  /** Read-only weights. */
  record ReadOnly(Map<String, Variable<TFloat32>> weights) implements Variables {
    @Override
    public Operand<TFloat32> read(String name) {
      Variable<TFloat32> variable = weights.get(name);
      if (variable == null) {
        throw new IllegalStateException("no variable " + MessageText.name(name) + " in the graph");
      }
      return variable.read();
    }

    @Override
    public Op assign(Ops tf, String name, Operand<TFloat32> value) {
      throw new IllegalStateException("inference does not change weights");
    }
  }
}
