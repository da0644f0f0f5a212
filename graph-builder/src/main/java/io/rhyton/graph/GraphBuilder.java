package io.rhyton.graph;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.SpecException;
import io.rhyton.model.layer.ShapeText;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Turns a model and the way it learns into a TensorFlow graph. */
public final class GraphBuilder {
  private final ResolvedModel model;
  private final CompileSpec compile;
  private final Ops tf;
  private final VariableStore variables;
  private final Seeds seeds;

  private GraphBuilder(Graph graph, ResolvedModel model, CompileSpec compile, long seed) {
    this.model = model;
    this.compile = compile;
    this.tf = Ops.create(graph);
    this.variables = new VariableStore(graph);
    this.seeds = new Seeds(seed);
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
    requireOneInAndOut(model);
    requireRowsOut(model, compile);
    Graph graph = new Graph();
    try {
      return new GraphBuilder(graph, model, compile, seed).build(graph);
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
  }

  private static void requireOneInAndOut(ResolvedModel model) {
    if (model.inputs().size() != 1 || model.outputs().size() != 1) {
      throw new SpecException(
          "Model '" + model.name() + "'",
          "one input and one output",
          model.inputs().size() + " and " + model.outputs().size(),
          "Train the branches as models of their own.");
    }
  }

  private static void requireRowsOut(ResolvedModel model, CompileSpec compile) {
    Shape output = model.outputShape();
    if (output.numDimensions() != 2) {
      throw new SpecException(
          "Loss " + compile.loss().getClass().getSimpleName(),
          "a model output [batch, outputs]",
          ShapeText.of(output) + " from '" + model.outputs().get(0) + "'",
          "End the model with Flatten or GlobalAveragePooling2D, and Dense.");
    }
  }

  private ModelGraph build(Graph graph) {
    List<Variable<TFloat32>> weights = createWeights();
    Variable<TInt64> iteration = variables.createCounter("optimizer/iteration");
    Variable<TFloat32> learningRate =
        variables.create(
            "optimizer/learning_rate",
            Shape.scalar(),
            tf.constant((float) compile.optimizer().learningRate()));

    Placeholder<TFloat32> input =
        tf.withName("input").placeholder(TFloat32.class, Placeholder.shape(model.inputShape()));
    Labels labels =
        compile.loss() instanceof SparseCategoricalCrossentropy
            ? Labels.classNumbers(tf, model.outputShape().get(1))
            : Labels.rows(tf, model.outputShape());

    ForwardPass training =
        ForwardPass.training(
            tf.withSubScope("training"),
            model,
            variables,
            input,
            new SteppedRandomness(seeds, iteration.read()));
    ForwardPass inference =
        ForwardPass.inference(tf.withSubScope("inference"), model, variables, input);
    Operand<TFloat32> trainingLoss = loss(training.prediction(), labels);
    Op trainStep = trainStep(trainingLoss, training.updates(), iteration, learningRate);
    return new ModelGraph(
        graph,
        input,
        labels.placeholder(),
        labels.sparse(),
        inference.prediction().output(),
        measures(trainingLoss, training.prediction(), labels),
        measures(loss(inference.prediction(), labels), inference.prediction(), labels),
        trainStep,
        tf.withControlDependencies(variables.initializers()).noOp(),
        weights);
  }

  private List<Variable<TFloat32>> createWeights() {
    List<Variable<TFloat32>> weights = new ArrayList<>();
    for (WeightSpec weight : model.weights()) {
      Operand<TFloat32> initial =
          weight.initializer().accept(new InitializerOps(tf, weight, seeds));
      weights.add(variables.create(weight.name(), weight.shape(), initial));
    }
    return weights;
  }

  /** The mean over the batch, and what the regularizers add. */
  private Operand<TFloat32> loss(Emission prediction, Labels labels) {
    Operand<TFloat32> loss =
        tf.math.mean(compile.loss().accept(new LossOps(tf, prediction, labels)), tf.constant(0));
    for (WeightSpec weight : model.weights()) {
      Regularizer regularizer = weight.regularizer();
      if (regularizer != null) {
        Operand<TFloat32> value = variables.read(weight.name());
        loss = tf.math.add(loss, regularizer.accept(new RegularizerOps(tf, value)));
      }
    }
    return loss;
  }

  private Operand<TFloat32> measures(Operand<TFloat32> loss, Emission prediction, Labels labels) {
    List<Operand<TFloat32>> measures = new ArrayList<>();
    measures.add(loss);
    MetricOps metrics = new MetricOps(tf, prediction.output(), model.outputShape(), labels);
    for (Metric metric : compile.metrics()) {
      measures.add(tf.reduceSum(metric.accept(metrics), tf.constant(0)));
    }
    return tf.stack(measures);
  }

  private Op trainStep(
      Operand<TFloat32> loss,
      List<Op> layerUpdates,
      Variable<TInt64> iteration,
      Variable<TFloat32> learningRate) {
    List<Op> updates = new ArrayList<>(layerUpdates);
    List<Gradient> gradients = gradients(loss);
    if (!gradients.isEmpty()) {
      updates.addAll(
          compile
              .optimizer()
              .accept(
                  new OptimizerOps(
                      tf, variables, gradients, iteration.read(), learningRate.read())));
    }
    Op counted =
        tf.withControlDependencies(updates)
            .assignAddVariableOp(iteration.handle(), tf.constant(1L));
    return tf.withControlDependencies(List.of(counted)).noOp();
  }

  private List<Gradient> gradients(Operand<TFloat32> loss) {
    List<Variable<TFloat32>> trainable =
        model.weights().stream()
            .filter(WeightSpec::trainable)
            .map(weight -> variables.get(weight.name()))
            .toList();
    if (trainable.isEmpty()) {
      return List.of();
    }
    Gradients derivatives = tf.gradients(loss, trainable.stream().map(Variable::read).toList());
    List<Gradient> gradients = new ArrayList<>();
    for (int i = 0; i < trainable.size(); i++) {
      gradients.add(new Gradient(trainable.get(i), derivatives.dy(i)));
    }
    return gradients;
  }
}
