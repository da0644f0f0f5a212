package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.Variable;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.SpecException;
import io.rhyton.model.layer.ShapeText;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** The native side of a model: its graph and the session that holds its variables. */
final class ModelSession implements AutoCloseable {
  private final ModelGraph graph;
  private final Session session;

  private ModelSession(ModelGraph graph, Session session) {
    this.graph = graph;
    this.session = session;
  }

  /** Builds the graph, starts a session and gives every variable its first value. */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the owner otherwise.
  static ModelSession open(
      ResolvedModel model, CompileSpec compile, Execution execution, long seed) {
    ModelGraph graph = GraphBuilder.build(model, compile, seed);
    Session session;
    try {
      session = new Session(graph.graph(), execution.toConfig());
    } catch (RuntimeException | Error e) {
      graph.close();
      throw e;
    }
    ModelSession opened = new ModelSession(graph, session);
    try {
      session.run(graph.initialize());
      return opened;
    } catch (RuntimeException | Error e) {
      opened.close();
      throw e;
    }
  }

  LabelForm labelForm() {
    return graph.sparseLabels() ? LabelForm.CLASS_NUMBERS : LabelForm.ROWS;
  }

  /** Changes the weights by one step; returns the loss and the sum of each metric before it. */
  synchronized float[] trainStep(Feed feed) {
    return measure(feed, session.runner().addTarget(graph.trainStep()), graph.trainingMeasures());
  }

  /** Returns the loss and the sum of each metric. */
  float[] evaluate(Feed feed) {
    return measure(feed, session.runner(), graph.evaluationMeasures());
  }

  private float[] measure(Feed feed, Session.Runner runner, Operand<TFloat32> measures) {
    try (Result result =
        runner
            .feed(graph.input(), feed.inputs())
            .feed(graph.labels(), feed.labels())
            .fetch(measures)
            .run()) {
      return values(result, 0);
    }
  }

  /** Predicts with these weights; closing it closes this. */
  @MustBeClosed
  SessionPredictor predictor(ResolvedModel model) {
    return new SessionPredictor(
        "Model '" + model.name() + "'",
        model.inputShape(),
        model.outputShape(),
        session,
        graph.input(),
        graph.prediction(),
        this::close);
  }

  /** The weights between two steps. */
  synchronized Weights weights() {
    List<Variable<TFloat32>> variables = graph.weights();
    Session.Runner runner = session.runner();
    variables.forEach(variable -> runner.fetch(variable.read()));
    Weights.Builder weights = Weights.builder();
    if (variables.isEmpty()) {
      return weights.build();
    }
    try (Result result = runner.run()) {
      for (int i = 0; i < variables.size(); i++) {
        weights.add(variables.get(i).name(), variables.get(i).shape(), values(result, i));
      }
    }
    return weights.build();
  }

  /** Replaces every weight, or none if one does not fit. */
  synchronized void load(Weights weights) {
    for (Variable<TFloat32> variable : graph.weights()) {
      requireFits(variable, weights);
    }
    for (Variable<TFloat32> variable : graph.weights()) {
      assign(variable, variable.assign(), weights.values(variable.name()));
    }
  }

  private static void requireFits(Variable<TFloat32> variable, Weights weights) {
    boolean present = weights.names().contains(variable.name());
    if (!present || !weights.shape(variable.name()).equals(variable.shape())) {
      throw new SpecException(
          "Weight '" + variable.name() + "'",
          ShapeText.of(variable.shape()),
          present ? ShapeText.of(weights.shape(variable.name())) : "no weight of that name",
          "Give weights that belong to this model.");
    }
  }

  private void assign(Variable<TFloat32> variable, Op assign, float[] values) {
    try (TFloat32 tensor = TFloat32.tensorOf(variable.shape())) {
      tensor.asRawTensor().data().asFloats().write(values);
      session.runner().feed(variable.newValue(), tensor).addTarget(assign).run().close();
    }
  }

  private static float[] values(Result result, int index) {
    TFloat32 tensor = (TFloat32) result.get(index);
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** Session first: closing a graph waits for its sessions, for ever. */
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
