package io.rhyton.session.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataContract;
import io.rhyton.batch.Feed;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.graph.GraphTensor;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.StepOps;
import io.rhyton.graph.objective.LabelInput;
import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.graph.variable.Variable;
import io.rhyton.history.Scores;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.Weights;
import io.rhyton.runtime.NativeRuntime;
import io.rhyton.session.GraphSession;
import io.rhyton.session.NewValue;
import io.rhyton.session.SessionLifetime;
import io.rhyton.session.SessionValues;
import io.rhyton.session.VariableAssignment;
import io.rhyton.session.inference.SessionPredictor;
import io.rhyton.training.progress.ProgressDisplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/** The native side of a model: its graph and the session that holds its variables. */
public final class ModelSession implements AutoCloseable {
  private static final WeightCheck SLOTS =
      new WeightCheck(
          "Optimizer slot", "slot", "Load the state of the same optimizer on the same model.");

  private final SessionLifetime lifetime;
  private final ModelGraph graph;
  private final GraphSession owner;
  private final Session session;
  private final List<? extends Operand<?>> inputs;
  private final List<? extends Operand<?>> labels;
  private @Nullable StepOps weighted;

  private ModelSession(String name, ModelGraph graph, GraphSession owner) {
    this.lifetime = new SessionLifetime(name);
    this.graph = graph;
    this.owner = owner;
    this.session = owner.session();
    this.inputs = graph.inputs().stream().<Operand<?>>map(GraphTensor::operand).toList();
    this.labels = graph.labels().stream().<Operand<?>>map(LabelInput::placeholder).toList();
  }

  /**
   * Opens a session and initializes all variables.
   *
   * @param name the name in messages, for instance {@code Model 'cifar10'}
   * @param graph closed with the session, or immediately if opening fails
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the owner otherwise.
  static ModelSession open(String name, ModelGraph graph, Execution execution) {
    GraphSession owner = GraphSession.open(graph.graph(), execution);
    try {
      NativeRuntime.execute(owner.session().runner().addTarget(graph.initialize()));
      return new ModelSession(name, graph, owner);
    } catch (RuntimeException | Error e) {
      owner.close();
      throw e;
    }
  }

  /** Creates an accumulator for losses and metrics. */
  MetricAccumulator metricAccumulator() {
    return new MetricAccumulator(graph.measures(), graph.formulas());
  }

  /** The names of the losses and metrics. */
  List<String> measures() {
    return graph.measures().all();
  }

  /** Describes the data that the graph accepts. */
  DataContract contract() {
    return new DataContract(
        lifetime.name(), graph.inputs(), graph.labels(), graph.weightedSteps() != null);
  }

  /** Runs one training step; returns the losses and metric sums before the update. */
  synchronized float[] trainStep(Feed feed) {
    return lifetime.use(
        () -> {
          StepOps steps = steps(feed);
          Session.Runner runner = session.runner().addTarget(steps.trainStep());
          return measure(feed, runner, steps, steps.trainingMeasures());
        });
  }

  /** Runs the optimizer's final update, after the last step. */
  synchronized void finish() {
    Op finish = graph.finish();
    if (finish != null) {
      lifetime.run(() -> NativeRuntime.execute(session.runner().addTarget(finish)));
    }
  }

  /** Returns the losses and metric sums of a batch. */
  float[] evaluate(Feed feed) {
    return lifetime.use(
        () -> {
          StepOps steps = steps(feed);
          return measure(feed, session.runner(), steps, steps.evaluationMeasures());
        });
  }

  /** Evaluates all remaining batches, and reports progress. */
  Scores evaluate(Batches batches, ProgressDisplay display) throws InterruptedException {
    MetricAccumulator accumulator = metricAccumulator();
    int step = 0;
    for (Feed feed = batches.next(); feed != null; feed = batches.next()) {
      try (Feed batch = feed) {
        accumulator.add(evaluate(batch), batch.size());
        display.step(++step, accumulator::scores);
      }
    }
    return accumulator.scores();
  }

  private StepOps steps(Feed feed) {
    return feed.isWeighted() ? weightedSteps() : graph.steps();
  }

  /** Adds the weighted steps to the graph on first use; the session picks up new ops. */
  private StepOps weightedSteps() {
    synchronized (graph) {
      StepOps added = weighted;
      if (added == null) {
        added = Objects.requireNonNull(graph.weightedSteps()).get();
        owner.placeAdded();
        weighted = added;
      }
      return added;
    }
  }

  private float[] measure(
      Feed feed, Session.Runner runner, StepOps steps, Operand<TFloat32> measures) {
    feed.feedInputs(runner, inputs);
    feed.feedLabels(runner, labels);
    feed.feedWeights(runner, steps.weights());
    try (Result result = NativeRuntime.run(runner.fetch(measures))) {
      return VariableAssignment.values((TFloat32) result.get(0));
    }
  }

  /** A predictor with these weights; closing it closes this session. */
  @MustBeClosed
  SessionPredictor predictor() {
    return new SessionPredictor(
        lifetime, graph.inputs(), graph.predictions(), session, this::close);
  }

  /** Calls a function with a view of the variables, while no step is running. */
  synchronized <T> T inspect(Function<ModelValues, T> reader) {
    return lifetime.use(() -> read(reader));
  }

  private <T> T read(Function<ModelValues, T> reader) {
    Session.Runner runner = session.runner().fetch(graph.iteration().read());
    graph.weights().forEach(weight -> runner.fetch(weight.read()));
    graph.slots().forEach(slot -> runner.fetch(slot.read()));
    Variable<TFloat32> learningRate = graph.learningRate();
    if (learningRate != null) {
      runner.fetch(learningRate.read());
    }
    try (Result result = NativeRuntime.run(runner)) {
      SessionValues values = new SessionValues(graph, result);
      try {
        return reader.apply(values);
      } finally {
        values.end();
      }
    }
  }

  /** A NaN or infinite value of a weight, with the name of the weight; empty if there is none. */
  synchronized String notFinite() {
    List<Variable<TFloat32>> weights = graph.weights();
    if (weights.isEmpty()) {
      // TensorFlow rejects a run without fetches.
      return "";
    }
    return lifetime.use(() -> notFinite(weights));
  }

  private String notFinite(List<Variable<TFloat32>> weights) {
    Session.Runner runner = session.runner();
    weights.forEach(weight -> runner.fetch(weight.read()));
    try (Result result = NativeRuntime.run(runner)) {
      for (int i = 0; i < weights.size(); i++) {
        for (float value : VariableAssignment.values((TFloat32) result.get(i))) {
          if (!Float.isFinite(value)) {
            return value + " in " + MessageText.name(weights.get(i).name());
          }
        }
      }
    }
    return "";
  }

  /** Loads all weights, or none if one does not fit. */
  synchronized void loadWeights(Weights weights) {
    VariableAssignment.require(WeightCheck.WEIGHTS, graph.weights(), weights);
    assign(NewValue.of(graph.weights(), weights));
  }

  /** Loads a subset of the model's weights. */
  synchronized void loadPart(Weights weights) {
    List<Variable<TFloat32>> given =
        graph.weights().stream().filter(weight -> weights.contains(weight.name())).toList();
    assign(NewValue.of(given, weights));
  }

  /** Loads the optimizer state, or nothing if a slot variable does not fit. */
  synchronized void loadOptimizerState(OptimizerState state) {
    List<Variable<TFloat32>> slots =
        graph.slots().stream()
            .filter(slot -> state.slots().contains(slot.name()) || !LossScale.isSlot(slot.name()))
            .toList();
    VariableAssignment.require(SLOTS, slots, state.slots());
    requireNoOthers(slots, state.slots());
    List<NewValue> values = new ArrayList<>(NewValue.of(slots, state.slots()));
    values.add(NewValue.of(graph.iteration(), state.iteration()));
    Variable<TFloat32> learningRate = graph.learningRate();
    Float rate = state.learningRate();
    if (learningRate != null && rate != null) {
      values.add(NewValue.of(learningRate, rate));
    }
    assign(values);
  }

  private void assign(List<NewValue> values) {
    lifetime.run(() -> VariableAssignment.assign(session, values));
  }

  /** The learning rate of the next step; empty if only a saved function computes it. */
  synchronized OptionalDouble currentLearningRate() {
    Operand<TFloat32> rate = graph.rate();
    if (rate == null) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(scalar(rate));
  }

  /** The learning rate of the next step, unless a schedule sets it. */
  synchronized float learningRate() {
    return scalar(learningRateVariable().read());
  }

  private float scalar(Operand<TFloat32> value) {
    return lifetime.use(
        () -> {
          try (Result result = NativeRuntime.run(session.runner().fetch(value))) {
            return ((TFloat32) result.get(0)).getFloat();
          }
        });
  }

  /** Sets the learning rate, unless a schedule sets it. */
  synchronized void learningRate(float value) {
    assign(List.of(NewValue.of(learningRateVariable(), value)));
  }

  private Variable<TFloat32> learningRateVariable() {
    Variable<TFloat32> variable = graph.learningRate();
    if (variable == null) {
      throw new IllegalStateException(
          "the learning rate follows a schedule and cannot be set;"
              + " compile the optimizer with a constant learning rate");
    }
    return variable;
  }

  /** Rejects slot variables of another optimizer. */
  private static void requireNoOthers(List<Variable<TFloat32>> slots, Weights values) {
    Set<String> known = slots.stream().map(Variable::name).collect(Collectors.toSet());
    for (String name : values.names()) {
      if (!known.contains(name) && !LossScale.isSlot(name)) {
        throw new SpecException(
            "Optimizer slot " + MessageText.name(name),
            "no slot variable of that name",
            ShapeText.of(values.shape(name)),
            SLOTS.fix());
      }
    }
  }

  @Override
  public void close() {
    owner.close();
  }
}
