package io.rhyton.session.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Augmenter;
import io.rhyton.batch.BatchTransform;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataAdapter;
import io.rhyton.batch.DataContract;
import io.rhyton.batch.Feed;
import io.rhyton.batch.SampleOrder;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.graph.ModelGraph;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.session.inference.SessionPredictor;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import io.rhyton.training.progress.ProgressDisplay;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Trains and evaluates with one graph and its session. Internal to Rhyton: {@code Model} and
 * trainable SavedModels delegate to it, and document the methods.
 */
public final class SessionTrainer implements AutoCloseable {
  private static final int DEFAULT_BATCH_SIZE = 32;

  private final long seed;
  private final Execution execution;
  private final ModelSession session;
  private final SessionPredictor predictor;
  private final DataContract contract;

  /**
   * Opens a session and initializes its variables.
   *
   * @param name the name in messages, for instance {@code Model 'cifar10'}
   * @param graph the graph; closed with this, or immediately if opening fails
   * @param execution precision, device, threads, and the seed for shuffling
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The predictor closes the session.
  public SessionTrainer(String name, ModelGraph graph, Execution execution) {
    this.seed = execution.seedOrRandom();
    this.execution = execution;
    this.session = ModelSession.open(name, graph, execution);
    this.predictor = session.predictor();
    this.contract = session.contract();
  }

  /** Trains for a number of epochs. */
  public synchronized History fit(Source source, Fit fit) {
    return whileOpen(() -> train(source, fit));
  }

  /** Keeps this from becoming garbage, and its session from being closed, until the end. */
  private <T> T whileOpen(Supplier<T> work) {
    predictor.requireOpen();
    try {
      return work.get();
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  private void run(Runnable work) {
    whileOpen(
        () -> {
          work.run();
          return this;
        });
  }

  private History train(Source source, Fit fit) {
    contract.requireClasses(fit.sampleOptions().classWeight());
    DataSplit split = DataSplit.of(source, fit.validation());
    Source validation = split.validation();
    int batchSize = fit.epochOptions().batchSize();
    try (Augmenter augmenter = new Augmenter(fit.sampleOptions().augmentation(), seed, execution);
        DataAdapter data =
            adapter(split.training(), batch -> augmenter.require(trained(batch, fit)), batchSize);
        DataAdapter held =
            validation == null ? null : adapter(validation, evaluated(augmenter), batchSize);
        ProgressDisplay display = ProgressDisplay.ofTraining(fit.progress())) {
      EpochIterator epochs = new EpochIterator(data, fit, augmenter);
      EvaluationData pass = held == null ? null : () -> held.firstPass(augmenter.forEvaluation());
      return new TrainingLoop(session, epochs, pass, fit, seed, display).run();
    }
  }

  private Dataset trained(Dataset batch, Fit fit) {
    Dataset labeled = contract.requireLabeled(batch, fit.sampleOptions().classWeight());
    labeled.requireFinite();
    return labeled;
  }

  private UnaryOperator<Dataset> evaluated(Augmenter augmenter) {
    return batch -> augmenter.requireStandardizable(contract.requireLabeled(batch));
  }

  @MustBeClosed
  private DataAdapter adapter(Source source, UnaryOperator<Dataset> checked, int batchSize) {
    return DataAdapter.of(source, checked, contract.labelKinds(), batchSize);
  }

  /** Runs a single training step. */
  public Scores trainOnBatch(Dataset batch) {
    return trainOnBatch(batch, Map.of());
  }

  /** Runs a single training step with class weights. */
  public synchronized Scores trainOnBatch(Dataset batch, Map<Integer, Double> classWeight) {
    Fit weighted = Fit.epochs(1).classWeight(classWeight);
    return whileOpen(() -> step(batch, weighted.sampleOptions().classWeight()));
  }

  private Scores step(Dataset batch, Map<Integer, Double> classWeight) {
    contract.requireClasses(classWeight);
    Dataset labeled = contract.requireLabeled(batch, classWeight);
    labeled.requireFinite();
    MetricAccumulator accumulator = session.metricAccumulator();
    int[] all = SampleOrder.asGiven(labeled.size());
    try (Feed feed = DataAdapter.batch(labeled, all, contract.labelKinds(), BatchTransform.NONE)) {
      accumulator.add(session.trainStep(feed), feed.size());
    }
    return accumulator.scores();
  }

  /** Computes loss and metrics, in batches of 32. */
  public Scores evaluate(Source source) {
    return evaluate(source, DEFAULT_BATCH_SIZE, Progress.AUTO);
  }

  /** Computes loss and metrics. */
  public Scores evaluate(Source source, int batchSize, Progress progress) {
    Arguments.requirePositive("batchSize", batchSize);
    return whileOpen(() -> scores(source, batchSize, progress));
  }

  private Scores scores(Source source, int batchSize, Progress progress) {
    long start = System.nanoTime();
    try (DataAdapter data = adapter(source, contract::requireLabeled, batchSize);
        Batches batches = data.firstPass(BatchTransform.NONE);
        ProgressDisplay display = ProgressDisplay.ofEvaluation(progress)) {
      display.starts("Evaluation", 0, data.steps());
      Scores scores = session.evaluate(batches, display);
      display.ends(Duration.ofNanos(System.nanoTime() - start), scores);
      return scores;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException(
          "Batch source", "the next batch", "an interrupt", "Call evaluate again.", e);
    }
  }

  /** Calls a function with a view of the variables, while no step is running. */
  public <T> T inspect(Function<ModelValues, T> reader) {
    return whileOpen(() -> session.inspect(reader));
  }

  /** Loads all weights. */
  public synchronized void loadWeights(Weights weights) {
    run(() -> session.loadWeights(weights));
  }

  /** Loads a subset of the weights. */
  public synchronized void loadPart(Weights weights) {
    run(() -> session.loadPart(weights));
  }

  /** Loads the optimizer state. */
  public synchronized void loadOptimizerState(OptimizerState state) {
    run(() -> session.loadOptimizerState(state));
  }

  /** Predicts with the current weights; closed with this. */
  public Predictor predictor() {
    return predictor;
  }

  /**
   * Checks that this is open.
   *
   * @throws IllegalStateException if it is closed
   */
  public void requireOpen() {
    predictor.requireOpen();
  }

  @Override
  public synchronized void close() {
    predictor.close();
  }
}
