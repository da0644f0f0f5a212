package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.SteppedRandomness;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Layers without weights at the head of a model, as they are in training and in inference. What is
 * drawn at random is a function of seed and step alone.
 *
 * @param graph the graph
 * @param samples what is fed
 * @param step the number of the training step, which is fed
 * @param trained what the layers make of the samples in training
 * @param predicted what they make of them in inference
 */
public record HeadGraph(
    Graph graph,
    Placeholder<TFloat32> samples,
    Placeholder<TInt64> step,
    Operand<TFloat32> trained,
    Operand<TFloat32> predicted)
    implements AutoCloseable {

  /**
   * Builds the graph.
   *
   * @param head has one input, one output and no weights
   * @param seed that of layers that have none of their own
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the graph.
  public static HeadGraph build(ResolvedModel head, long seed) {
    Graph graph = new Graph();
    try {
      return emit(graph, head, seed);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static HeadGraph emit(Graph graph, ResolvedModel head, long seed) {
    Ops tf = Ops.create(graph);
    Placeholder<TFloat32> samples = GraphBuilder.placeholders(tf, head).get(0);
    Placeholder<TInt64> step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    Variables none = new InferenceGraph.ReadOnly(Map.of());
    ForwardPass training =
        ForwardPass.training(
            tf.withSubScope("training"),
            head,
            none,
            List.of(samples),
            new SteppedRandomness(new Seeds(seed), step));
    ForwardPass inference =
        ForwardPass.inference(tf.withSubScope("inference"), head, none, List.of(samples));
    // TensorFlow does not fetch what it is fed, and there may be nothing to do.
    return new HeadGraph(
        graph,
        samples,
        step,
        tf.identity(training.prediction().output()),
        tf.identity(inference.prediction().output()));
  }

  @Override
  public void close() {
    graph.close();
  }
}
