package io.rhyton.session.training;

import io.rhyton.batch.Batches;
import io.rhyton.batch.Feed;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.history.TrainingPlan;
import io.rhyton.history.TrainingState;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.TrainingException;
import io.rhyton.training.progress.ProgressDisplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The training loop of one call to {@code fit}. */
final class TrainingLoop implements Training {
  private static final String VALIDATION = "val_";

  private final ModelSession session;
  private final EpochIterator data;
  private final @Nullable EvaluationData validation;
  private final Fit fit;
  private final ProgressDisplay display;
  private final List<EpochLog> epochs = new ArrayList<>();
  private TrainingPlan plan;
  private int stepsBefore;
  private MetricAccumulator accumulator;
  private int epoch;
  private int step;
  private boolean trained;
  private boolean beginning;
  private @Nullable Resumption resumption;
  private @Nullable Map<String, Double> logged;
  private volatile @Nullable String stopped;

  /**
   * Creates a training loop.
   *
   * @param data the training data
   * @param validation the validation data; null if none
   * @param seed the model's seed
   */
  TrainingLoop(
      ModelSession session,
      EpochIterator data,
      @Nullable EvaluationData validation,
      Fit fit,
      long seed,
      ProgressDisplay display) {
    this.session = session;
    this.data = data;
    this.validation = validation;
    this.fit = fit;
    this.display = display;
    this.accumulator = session.metricAccumulator();
    this.epoch = fit.epochOptions().initialEpoch();
    this.plan = data.plan(seed);
  }

  /** Trains until the last epoch, or until the thread is interrupted; it stays interrupted. */
  History run() {
    Exit exit = this::exit;
    try (exit) {
      begin();
      boolean whole = true;
      while (whole && (step > 0 || (stopped == null && epoch < fit.epochOptions().epochs()))) {
        whole = runEpoch();
      }
      if (trained) {
        session.finish();
      }
      History history = new History(epochs, !whole, stopped);
      fit.callbacks().forEach(callback -> callback.onTrainEnd(this, history));
      history.stopReason().ifPresent(display::stopped);
      return history;
    }
  }

  /** Runs at the end of the training, however it ended. */
  private interface Exit extends AutoCloseable {
    @Override
    void close();
  }

  /** Calls every callback, even if one throws. */
  private void exit() {
    @Nullable RuntimeException failure = null;
    for (Callback callback : fit.callbacks()) {
      try {
        callback.onTrainExit(this);
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void begin() {
    beginning = true;
    fit.callbacks().forEach(callback -> callback.onTrainBegin(this));
    beginning = false;
    if (resumption != null) {
      resumeFrom(resumption);
    }
  }

  private void resumeFrom(Resumption from) {
    TrainingState state = from.state();
    session.loadWeights(from.weights());
    session.loadOptimizerState(from.optimizer());
    plan = plan.orderSeed(state.plan().orderSeed());
    epoch = state.epoch();
    step = state.step();
    accumulator.restore(state.metricTotals());
    trained = true;
    epochs.addAll(state.epochs());
    stopped = state.stopReason();
    for (int i = 0; i < fit.callbacks().size(); i++) {
      fit.callbacks().get(i).restore(this, state.callbacks().get(i));
    }
  }

  /**
   * Returns false if the thread was interrupted before the end of the epoch; it stays interrupted.
   */
  private boolean runEpoch() {
    try {
      return trainAndValidate();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean trainAndValidate() throws InterruptedException {
    long start = System.nanoTime();
    // Otherwise the epoch began before the training was interrupted, and is resumed.
    if (step == 0) {
      epoch++;
      accumulator = session.metricAccumulator();
      fit.callbacks().forEach(callback -> callback.onEpochBegin(this));
    }
    if (!train()) {
      return false;
    }
    if (stopped == null) {
      requireFiniteWeights();
    }
    Map<String, Double> values = new LinkedHashMap<>(accumulator.scores().values());
    if (validation != null && epoch % fit.validation().freq() == 0) {
      try (Batches batches = validation.pass()) {
        session
            .evaluate(batches, ProgressDisplay.silent())
            .values()
            .forEach((name, value) -> values.put(VALIDATION + name, value));
      }
    }
    end(values, start);
    return true;
  }

  private void end(Map<String, Double> values, long start) {
    logged = values;
    for (Callback callback : fit.callbacks()) {
      callback.onEpochEnd(this, log(values, start));
    }
    logged = null;
    EpochLog log = log(values, start);
    epochs.add(log);
    display.ends(log.duration(), log.scores());
    step = 0;
    progress();
  }

  private EpochLog log(Map<String, Double> values, long start) {
    return new EpochLog(epoch, new Scores(values), Duration.ofNanos(System.nanoTime() - start));
  }

  private void progress() {
    fit.callbacks().forEach(callback -> callback.onProgress(this));
  }

  /** Returns false if the thread was interrupted before the end of the epoch. */
  private boolean train() throws InterruptedException {
    String title = "Epoch " + epoch + "/" + fit.epochOptions().epochs();
    display.starts(title, step, plan.steps() > 0 ? plan.steps() : stepsBefore);
    try (Batches batches = data.batches(plan, epoch, step)) {
      for (Feed feed = next(batches); feed != null; feed = next(batches)) {
        try (Feed batch = feed) {
          if (Thread.currentThread().isInterrupted()) {
            return false;
          }
          train(batch);
        }
      }
    }
    stepsBefore = step;
    return true;
  }

  /** Once stopped, training neither waits for another batch nor fails on a corrupt sample in it. */
  private @Nullable Feed next(Batches batches) throws InterruptedException {
    return stopped == null ? batches.next() : null;
  }

  private void train(Feed batch) {
    float[] measures = session.trainStep(batch);
    step++;
    trained = true;
    accumulator.add(measures, batch.size());
    for (Callback callback : fit.callbacks()) {
      callback.onTrainBatchEnd(this, step, accumulator::scores);
    }
    if (stopped == null) {
      requireFinite(measures[0]);
    }
    progress();
    display.step(step, accumulator::scores);
  }

  private void requireFinite(float loss) {
    if (!Float.isFinite(loss)) {
      throw new TrainingException(
          epoch,
          step,
          "a finite loss",
          Float.toString(loss),
          "Lower the learning rate, or look for NaN and very large values in the data.");
    }
  }

  /** A ReLU maps NaN to 0, so the loss can stay finite even if weights are not. */
  private void requireFiniteWeights() {
    String found = session.notFinite();
    if (!found.isEmpty()) {
      throw new TrainingException(epoch, step, "finite weights", found, "Lower the learning rate.");
    }
  }

  @Override
  public int epoch() {
    return epoch;
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public int epochs() {
    return fit.epochOptions().epochs();
  }

  @Override
  public List<String> metrics() {
    List<String> measured = session.measures();
    List<String> names = new ArrayList<>(measured);
    if (validation != null) {
      measured.forEach(name -> names.add(VALIDATION + name));
    }
    fit.callbacks().forEach(callback -> names.addAll(callback.logs()));
    return names.stream().distinct().toList();
  }

  @Override
  public TrainingPlan plan() {
    return plan;
  }

  @Override
  public List<EpochLog> completedEpochs() {
    return List.copyOf(epochs);
  }

  @Override
  public TrainingState state() {
    List<CallbackState> callbacks = fit.callbacks().stream().map(Callback::state).toList();
    return new TrainingState(plan, epoch, step, accumulator.state(), epochs, stopped, callbacks);
  }

  @Override
  public void resume(TrainingState state, Weights weights, OptimizerState optimizer) {
    if (!beginning) {
      throw new IllegalStateException("a training can be resumed only in onTrainBegin");
    }
    if (state.callbacks().size() != fit.callbacks().size()) {
      throw new IllegalArgumentException(
          "expected the state of %d callbacks, got %d"
              .formatted(fit.callbacks().size(), state.callbacks().size()));
    }
    resumption = new Resumption(state, weights, optimizer);
  }

  @Override
  public void log(String name, double value) {
    Map<String, Double> values = logged;
    if (values == null) {
      throw new IllegalStateException(MessageText.name(name) + " can be logged only in onEpochEnd");
    }
    values.put(name, value);
  }

  @Override
  public float learningRate() {
    return session.learningRate();
  }

  @Override
  public OptionalDouble currentLearningRate() {
    return session.currentLearningRate();
  }

  @Override
  public void learningRate(double learningRate) {
    session.learningRate((float) Arguments.requireNotNegative("learningRate", learningRate));
  }

  @Override
  public Weights weights() {
    return inspect(ModelValues::weights);
  }

  @Override
  public void loadWeights(Weights weights) {
    session.loadWeights(weights);
  }

  @Override
  public OptimizerState optimizerState() {
    return inspect(ModelValues::optimizerState);
  }

  @Override
  public void loadOptimizerState(OptimizerState state) {
    session.loadOptimizerState(state);
  }

  @Override
  public <T> T inspect(Function<ModelValues, T> reader) {
    return session.inspect(reader);
  }

  @Override
  public synchronized void stop(String reason) {
    if (stopped == null) {
      stopped = reason;
    }
  }
}
