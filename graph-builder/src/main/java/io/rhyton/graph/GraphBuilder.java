package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.SpecException;
import io.rhyton.model.layer.ShapeText;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Turns a model and the way it learns into a TensorFlow graph. */
public final class GraphBuilder {
  private final ResolvedModel model;
  private final CompileSpec compile;
  private final Ops tf;
  private final VariableStore variables;
  private final long seed;

  private GraphBuilder(Graph graph, ResolvedModel model, CompileSpec compile, long seed) {
    this.model = model;
    this.compile = compile;
    this.tf = Ops.create(graph);
    this.seed = seed;
    this.variables =
        new VariableStore(
            graph, tf.constant(0L), tf.constant((float) compile.optimizer().learningRate()));
  }

  /**
   * Builds the graph.
   *
   * @param model what to build
   * @param compile how it learns
   * @param seed the seed of every initializer and random layer that has none of its own
   * @throws SpecException if the loss does not fit the model's output
   */
  @MustBeClosed
  public static ModelGraph build(ResolvedModel model, CompileSpec compile, long seed) {
    model.requireOneInputAndOutput();
    requireRowsOut(model, compile);
    Graph graph = new Graph();
    try {
      return new GraphBuilder(graph, model, compile, seed).build(graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static void requireRowsOut(ResolvedModel model, CompileSpec compile) {
    Shape output = model.outputShape();
    if (output.numDimensions() != 2) {
      throw new SpecException(
          "Loss " + compile.loss().getClass().getSimpleName(),
          "a model output [batch, outputs]",
          ShapeText.of(output) + " from '" + model.outputs().get(0).layer() + "'",
          "End the model with Flatten or GlobalAveragePooling2D, and Dense.");
    }
  }

  private ModelGraph build(Graph graph) {
    List<Variable<TFloat32>> weights = createWeights();
    List<Variable<TFloat32>> slots = createSlots();
    Placeholder<TFloat32> input =
        tf.withName("input").placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    Labels labels = Labels.of(tf, compile.loss(), model.outputShape());
    TrainingStep step = TrainingStep.emit(tf, model, compile, variables, seed, input, labels);
    ForwardPass inference =
        ForwardPass.inference(tf.withSubScope("inference"), model, variables, List.of(input));
    Measures evaluation = Measures.of(tf, model, compile, variables, inference, labels);
    return new ModelGraph(
        graph,
        input,
        labels.placeholder(),
        labels.sparse(),
        inference.prediction().output(),
        step.measures().totals(tf),
        evaluation.totals(tf),
        step.update(),
        tf.withControlDependencies(variables.initializers()).noOp(),
        weights,
        variables.iterationVariable(),
        variables.learningRateVariable(),
        slots);
  }

  private List<Variable<TFloat32>> createWeights() {
    Seeds seeds = new Seeds(seed);
    List<Variable<TFloat32>> weights = new ArrayList<>();
    for (WeightSpec weight : model.weights()) {
      Operand<TFloat32> initial =
          weight.initializer().accept(new InitializerOps(tf, weight, seeds));
      weights.add(variables.create(weight.name(), weight.shape(), initial));
    }
    return weights;
  }

  private List<Variable<TFloat32>> createSlots() {
    return OptimizerSlot.of(model, compile.optimizer()).stream()
        .map(slot -> variables.createZeros(slot.name(), slot.shape()))
        .toList();
  }
}
