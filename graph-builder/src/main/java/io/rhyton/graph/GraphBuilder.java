package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.graph.layer.ExecutionMode;
import io.rhyton.graph.layer.ForwardPass;
import io.rhyton.graph.layer.LayerOutputTensor;
import io.rhyton.graph.objective.Labels;
import io.rhyton.graph.objective.LossesAndMetrics;
import io.rhyton.graph.optimizer.Averages;
import io.rhyton.graph.optimizer.LearningRateOps;
import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.graph.variable.InitializerOps;
import io.rhyton.graph.variable.Seeds;
import io.rhyton.graph.variable.Variable;
import io.rhyton.graph.variable.VariableStore;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Builds the TensorFlow graph of a compiled model. */
public final class GraphBuilder {
  private final ResolvedModel model;
  private final CompileSpec compile;
  private final Ops tf;
  private final VariableStore variables;
  private final long seed;
  private final ComputeDtype computeDtype;

  private GraphBuilder(
      Graph graph, ResolvedModel model, CompileSpec compile, long seed, ComputeDtype computeDtype) {
    this.model = model;
    this.compile = compile;
    this.tf = Ops.create(graph);
    this.seed = seed;
    this.computeDtype = computeDtype;
    this.variables =
        new VariableStore(
            graph, tf.constant(0L), learningRate(tf, compile.optimizer().learningRate()));
  }

  private static @Nullable Operand<TFloat32> learningRate(Ops tf, LearningRate rate) {
    return rate instanceof ConstantLearningRate constant
        ? tf.constant((float) constant.value())
        : null;
  }

  /**
   * Builds a graph that computes in float32.
   *
   * @param model the model to build
   * @param compile the optimizer, the losses and the metrics
   * @param seed the seed of every initializer and random layer without a seed of its own
   * @throws SpecException if the losses do not match the outputs of the model
   */
  @MustBeClosed
  public static ModelGraph build(ResolvedModel model, CompileSpec compile, long seed) {
    return build(model, compile, seed, ComputeDtype.FLOAT32);
  }

  /**
   * Builds the graph.
   *
   * @param model the model to build
   * @param compile the optimizer, the losses and the metrics
   * @param seed the seed of every initializer and random layer without a seed of its own
   * @param computeDtype the dtype of convolutions and matrix products
   * @throws SpecException if the losses do not match the outputs of the model
   */
  @MustBeClosed
  public static ModelGraph build(
      ResolvedModel model, CompileSpec compile, long seed, ComputeDtype computeDtype) {
    requireRowsOut(model, compile.objectives(model));
    Graph graph = NativeRuntime.newGraph();
    try {
      return new GraphBuilder(graph, model, compile, seed, computeDtype).build(graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  /** Checks the last axis of each output, along which losses and metrics are computed. */
  private static void requireRowsOut(ResolvedModel model, List<Objective> objectives) {
    for (int i = 0; i < objectives.size(); i++) {
      Shape output = model.outputShapes().get(i);
      boolean rows = output.numDimensions() > 1 && output.get(output.numDimensions() - 1) > 0;
      if (objectives.get(i).isMeasured() && !rows) {
        throw new SpecException(
            "Loss of " + MessageText.name(model.outputNames().get(i)),
            "an output [batch, ..., outputs] with a last axis of known size",
            ShapeText.of(output),
            "End the model with a layer whose last axis has a known size, such as Dense.");
      }
    }
  }

  private ModelGraph build(Graph graph) {
    List<Variable<TFloat32>> weights = createWeights();
    List<Variable<TFloat32>> slots = createSlots();
    List<Placeholder<TFloat32>> samples = placeholders(tf, model);
    List<Objective> objectives = compile.objectives(model);
    List<Labels> labels = Labels.of(tf, model, objectives);
    TrainingStep step =
        TrainingStep.emit(tf, model, compile, variables, seed, samples, labels, computeDtype);
    ForwardPass inference =
        ForwardPass.emit(
            tf.withSubScope("inference"),
            model,
            variables,
            samples,
            ExecutionMode.inference(computeDtype));
    LossesAndMetrics evaluation =
        LossesAndMetrics.of(tf, model, objectives, variables, inference, labels);
    return new ModelGraph(
        graph,
        inputs(model, samples),
        labels.stream().map(Labels::input).toList(),
        outputs(tf, model, samples, inference),
        evaluation.names(),
        evaluation.formulas(),
        new StepOps(step.measures().totals(tf), evaluation.totals(tf), step.update()),
        () -> weightedSteps(samples, labels, inference),
        Averages.assign(tf, weights, slots),
        tf.withControlDependencies(variables.initializers()).noOp(),
        weights,
        variables.iterationVariable(),
        variables.learningRateVariable(),
        compile.optimizer().learningRate().accept(new LearningRateOps(tf, variables)),
        slots);
  }

  /**
   * Emits forward pass, gradients and updates again for sample weights, on demand because most
   * training runs have none.
   */
  private StepOps weightedSteps(
      List<Placeholder<TFloat32>> samples, List<Labels> labels, ForwardPass inference) {
    Ops inside = tf.withSubScope("weighted");
    List<Labels> weighted = labels.stream().map(each -> each.weighted(inside)).toList();
    TrainingStep step =
        TrainingStep.emit(inside, model, compile, variables, seed, samples, weighted, computeDtype);
    LossesAndMetrics evaluation =
        LossesAndMetrics.of(
            inside, model, compile.objectives(model), variables, inference, weighted);
    return new StepOps(
        weighted.stream().map(Labels::weights).filter(Objects::nonNull).toList(),
        step.measures().totals(inside),
        evaluation.totals(inside),
        step.update());
  }

  static List<Placeholder<TFloat32>> placeholders(Ops tf, ResolvedModel model) {
    return model.inputShapes().stream()
        .map(shape -> tf.withName("input").placeholder(TFloat32.class, Placeholder.shape(shape)))
        .toList();
  }

  static List<GraphTensor> inputs(ResolvedModel model, List<Placeholder<TFloat32>> samples) {
    List<GraphTensor> inputs = new ArrayList<>();
    for (Placeholder<TFloat32> placeholder : samples) {
      int index = inputs.size();
      inputs.add(
          new GraphTensor(
              model.inputs().get(index),
              model.inputShapes().get(index),
              placeholder,
              EmbeddingInputs.rows(model, model.inputs().get(index))));
    }
    return inputs;
  }

  static List<GraphTensor> outputs(
      Ops tf, ResolvedModel model, List<Placeholder<TFloat32>> samples, ForwardPass inference) {
    List<GraphTensor> outputs = new ArrayList<>();
    for (LayerOutputTensor prediction : inference.predictions()) {
      int index = outputs.size();
      outputs.add(
          new GraphTensor(
              model.outputNames().get(index),
              model.outputShapes().get(index),
              // TensorFlow cannot fetch a fed placeholder.
              samples.contains(prediction.output())
                  ? tf.identity(prediction.output())
                  : prediction.output()));
    }
    return outputs;
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
    List<OptimizerSlot> slots = new ArrayList<>(OptimizerSlot.of(model, compile.optimizer()));
    if (computeDtype.scalesLoss()) {
      slots.addAll(LossScale.slots());
    }
    return slots.stream()
        .map(slot -> variables.createFilled(slot.name(), slot.shape(), slot.initial()))
        .toList();
  }
}
