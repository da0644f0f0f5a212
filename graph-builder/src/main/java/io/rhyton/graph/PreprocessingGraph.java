package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.SteppedRandomness;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.runtime.NativeRuntime;
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
 * The preprocessing layers at the input of a model, which have no weights, in training and
 * inference mode. Their randomness depends only on the seed and the step.
 *
 * @param graph the graph
 * @param samples the placeholder for samples
 * @param step the placeholder for the number of the training step
 * @param trainingOutput the output of the layers in training mode
 * @param inferenceOutput the output of the layers in inference mode
 */
public record PreprocessingGraph(
    Graph graph,
    Placeholder<TFloat32> samples,
    Placeholder<TInt64> step,
    Operand<TFloat32> trainingOutput,
    Operand<TFloat32> inferenceOutput)
    implements AutoCloseable {

  /**
   * Builds the graph.
   *
   * @param stem the layers as a model with one input, one output and no weights
   * @param seed the seed of layers without a seed of their own
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The record closes the graph.
  public static PreprocessingGraph build(ResolvedModel stem, long seed) {
    Graph graph = NativeRuntime.newGraph();
    try {
      return emit(graph, stem, seed);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static PreprocessingGraph emit(Graph graph, ResolvedModel stem, long seed) {
    Ops tf = Ops.create(graph);
    Placeholder<TFloat32> samples = GraphBuilder.placeholders(tf, stem).get(0);
    Placeholder<TInt64> step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    Variables none = new InferenceGraph.ReadOnly(Map.of());
    ForwardPass training =
        ForwardPass.training(
            tf.withSubScope("training"),
            stem,
            none,
            List.of(samples),
            new SteppedRandomness(new Seeds(seed), step));
    ForwardPass inference =
        ForwardPass.inference(tf.withSubScope("inference"), stem, none, List.of(samples));
    // TensorFlow cannot fetch a fed placeholder, and the layers may pass it through.
    return new PreprocessingGraph(
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
