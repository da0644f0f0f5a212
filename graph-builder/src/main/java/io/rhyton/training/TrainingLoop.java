package io.rhyton.training;

import io.rhyton.data.Dataset;
import io.rhyton.model.Arguments;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The epochs of one {@code fit}. */
final class TrainingLoop implements Training {
  private static final String VALIDATION = "val_";

  private final ModelSession session;
  private final Dataset train;
  private final @Nullable Dataset validation;
  private final Fit fit;
  private final @Nullable Augmenter augmenter;
  private final ProgressDisplay display;
  private final List<EpochLog> epochs = new ArrayList<>();
  private TrainingPlan plan;
  private SampleOrder order;
  private Tally tally;
  private int epoch;
  private int step;
  private boolean trained;
  private boolean beginning;
  private @Nullable Resumption resumption;
  private @Nullable Map<String, Double> logged;
  private volatile @Nullable String stopped;

  /**
   * Makes a loop.
   *
   * @param augmenter changes what is trained on; none to leave it as it is
   * @param seed the model's
   */
  TrainingLoop(
      ModelSession session,
      Dataset train,
      @Nullable Dataset validation,
      Fit fit,
      @Nullable Augmenter augmenter,
      long seed,
      ProgressDisplay display) {
    this.session = session;
    this.train = train;
    this.validation = validation;
    this.fit = fit;
    this.augmenter = augmenter;
    this.display = display;
    this.tally = session.tally();
    this.epoch = fit.initialEpoch();
    Long orderSeed = fit.seed();
    Integer steps = fit.stepsPerEpoch();
    this.plan =
        new TrainingPlan(
            seed,
            orderSeed != null ? orderSeed : seed,
            fit.shuffle(),
            train.size(),
            fit.batchSize(),
            steps != null ? steps : BatchFeeder.steps(train.size(), fit.batchSize()));
    this.order = new SampleOrder(plan);
  }

  /** Trains until the last epoch, or until the thread is interrupted, which it stays. */
  History run() {
    Exit exit = this::exit;
    try (exit) {
      begin();
      boolean whole = true;
      while (whole && (step > 0 || (stopped == null && epoch < fit.epochs()))) {
        whole = runEpoch();
      }
      if (trained) {
        session.finish();
      }
      History history = new History(epochs, !whole, stopped);
      fit.callbacks().forEach(callback -> callback.onTrainEnd(this, history));
      display.ends(history);
      return history;
    }
  }

  /** Is told of the end of the training, after whatever ended it. */
  private interface Exit extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells every callback, also if one throws. */
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
      goOn(resumption);
    }
  }

  private void goOn(Resumption from) {
    TrainingState state = from.state();
    session.load(from.weights());
    session.load(from.optimizer());
    plan = plan.orderSeed(state.plan().orderSeed());
    order = new SampleOrder(plan);
    epoch = state.epoch();
    step = state.step();
    tally.restore(state.tally());
    trained = true;
    epochs.addAll(state.epochs());
    stopped = state.stopped();
    for (int i = 0; i < fit.callbacks().size(); i++) {
      fit.callbacks().get(i).restore(this, state.callbacks().get(i));
    }
  }

  /** Returns false if the thread was interrupted before the epoch's end. */
  private boolean runEpoch() {
    long start = System.nanoTime();
    // Else the epoch was begun before the training was killed.
    if (step == 0) {
      epoch++;
      tally = session.tally();
      fit.callbacks().forEach(callback -> callback.onEpochBegin(this));
    }
    if (!train()) {
      return false;
    }
    if (stopped == null) {
      requireFiniteWeights();
    }
    Map<String, Double> values = new LinkedHashMap<>(tally.scores().values());
    if (validation != null && fit.validation().isDue(epoch)) {
      evaluate(session, validation, fit.batchSize(), standardized())
          .values()
          .forEach((name, value) -> values.put(VALIDATION + name, value));
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
    display.epochEnds(log);
    step = 0;
    progress();
  }

  private EpochLog log(Map<String, Double> values, long start) {
    return new EpochLog(epoch, new Scores(values), Duration.ofNanos(System.nanoTime() - start));
  }

  private void progress() {
    fit.callbacks().forEach(callback -> callback.onProgress(this));
  }

  /** Returns false if the thread was interrupted before the epoch's end. */
  private boolean train() {
    display.epochStarts(epoch, plan.steps());
    try (BatchFeeder feeder =
        new BatchFeeder(train, samples(), fit.batchSize(), session.labelForms(), augmented())) {
      for (Feed feed = next(feeder); feed != null; feed = next(feeder)) {
        try (Feed batch = feed) {
          if (Thread.currentThread().isInterrupted()) {
            return false;
          }
          train(batch);
        }
      }
    }
    return true;
  }

  /** Draws by the number of the step among all of the training. */
  private BatchChange augmented() {
    Augmenter changes = augmenter;
    long first = (epoch - 1) * (long) plan.steps() + step;
    return changes == null
        ? BatchChange.NONE
        : (feed, batch) -> changes.augment(feed, first + batch);
  }

  private BatchChange standardized() {
    Augmenter changes = augmenter;
    return changes == null ? BatchChange.NONE : (feed, batch) -> changes.standardize(feed);
  }

  /** Whoever stops does not wait for a batch, nor hears of a sample that is broken in it. */
  private @Nullable Feed next(BatchFeeder feeder) {
    return stopped == null ? feeder.next() : null;
  }

  private void train(Feed batch) {
    float[] measures = session.trainStep(batch);
    step++;
    trained = true;
    tally.add(measures, batch.size());
    for (Callback callback : fit.callbacks()) {
      callback.onTrainBatchEnd(this, step, tally::scores);
    }
    if (stopped == null) {
      requireFinite(measures[0]);
    }
    progress();
    display.step(step, tally::scores);
  }

  /** The samples of the epoch's steps that are left. */
  private int[] samples() {
    int[] all;
    if (fit.stepsPerEpoch() == null) {
      all = order.ofPass(epoch);
    } else {
      int samples = Math.multiplyExact(plan.steps(), fit.batchSize());
      all = order.from((epoch - 1) * (long) samples, samples);
    }
    int done = (int) Math.min((long) step * fit.batchSize(), all.length);
    return Arrays.copyOfRange(all, done, all.length);
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

  /** A ReLU makes 0 of NaN, and the loss behind it does not tell. */
  private void requireFiniteWeights() {
    String found = session.notFinite();
    if (!found.isEmpty()) {
      throw new TrainingException(epoch, step, "finite weights", found, "Lower the learning rate.");
    }
  }

  static Scores evaluate(ModelSession session, Dataset data, int batchSize, BatchChange change) {
    Tally tally = session.tally();
    int[] order = SampleOrder.asGiven(data.size());
    try (BatchFeeder feeder =
        new BatchFeeder(data, order, batchSize, session.labelForms(), change)) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed batch = feed) {
          tally.add(session.evaluate(batch), batch.size());
        }
      }
    }
    return tally.scores();
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
    return fit.epochs();
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
  public List<EpochLog> ended() {
    return List.copyOf(epochs);
  }

  @Override
  public TrainingState state() {
    List<CallbackState> callbacks = fit.callbacks().stream().map(Callback::state).toList();
    return new TrainingState(plan, epoch, step, tally.state(), epochs, stopped, callbacks);
  }

  @Override
  public void resume(TrainingState state, Weights weights, OptimizerState optimizer) {
    if (!beginning) {
      throw new IllegalStateException("a training can go on from elsewhere only while it begins");
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
      throw new IllegalStateException("'" + name + "' can be logged only while an epoch ends");
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
  public void load(Weights weights) {
    session.load(weights);
  }

  @Override
  public OptimizerState optimizerState() {
    return inspect(ModelValues::optimizerState);
  }

  @Override
  public void load(OptimizerState state) {
    session.load(state);
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
