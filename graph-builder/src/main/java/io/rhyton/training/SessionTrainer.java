package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Augmenter;
import io.rhyton.batch.BatchChange;
import io.rhyton.batch.BatchPrefetcher;
import io.rhyton.batch.Batches;
import io.rhyton.batch.DataContract;
import io.rhyton.batch.Feed;
import io.rhyton.batch.SampleOrder;
import io.rhyton.batch.SourceAugmenter;
import io.rhyton.batch.StreamPrefetcher;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.graph.ModelGraph;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.inference.SessionPredictor;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.progress.Progress;
import io.rhyton.training.progress.ProgressDisplay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * Trains, evaluates and predicts with one graph and its session. Internal to Rhyton: {@link Model}
 * and loaded trainable files are backed by it, and document the methods.
 */
@SuppressWarnings("exports") // For Rhyton's own modules.
public final class SessionTrainer implements Predictor {
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
    this.session = ModelSession.open(graph, execution);
    this.predictor = session.predictor(name);
    this.contract = session.contract(name);
  }

  /** Trains for a number of epochs; see {@link Model#fit}. */
  public synchronized History fit(Dataset data, Fit fit) {
    predictor.requireOpen();
    // Keras splits before shuffling, and rounds the training fraction down.
    Validation validation = fit.validation();
    int training = (int) Math.floor(data.size() * (1 - validation.split()));
    Dataset train =
        contract.requireLabelled(data.take(training), fit.sampleOptions().classWeight());
    train.requireFinite();
    try (Augmenter augmenter = augmenter(fit, train)) {
      BatchChange standardized =
          augmenter == null ? BatchChange.NONE : (feed, batch) -> augmenter.standardize(feed);
      @Nullable EvaluationData held =
          validation.split() > 0
              ? passes(
                  contract.requireLabelled(data.skip(training)),
                  fit.epochOptions().batchSize(),
                  standardized)
              : validationPasses(fit, contract::requireLabelled, standardized);
      return fit(new SampledData(train, fit, session.labelForms(), augmenter), held, fit);
    }
  }

  @MustBeClosed
  private @Nullable Augmenter augmenter(Fit fit, Dataset train) {
    ImageDataGenerator augmentation = fit.sampleOptions().augmentation();
    return augmentation == null ? null : Augmenter.open(augmentation, train, seed, execution);
  }

  /** Trains on the batches of a source; see {@link Model#fit(BatchSource, Fit)}. */
  public synchronized History fit(BatchSource source, Fit fit) {
    predictor.requireOpen();
    if (fit.validation().split() > 0) {
      throw new IllegalArgumentException(
          "validationSplit must be 0 for a batch source, got "
              + fit.validation().split()
              + "; use validationData instead");
    }
    try (SourceAugmenter augmenter =
            new SourceAugmenter(fit.sampleOptions().augmentation(), seed, execution);
        TrainingData data = streamed(source, fit, augmenter)) {
      UnaryOperator<Dataset> checked = batch -> augmenter.require(contract.requireLabelled(batch));
      return fit(data, validationPasses(fit, checked, augmenter.measured()), fit);
    }
  }

  private TrainingData streamed(BatchSource source, Fit fit, SourceAugmenter augmenter) {
    UnaryOperator<Dataset> checked =
        batch -> {
          Dataset labelled = contract.requireLabelled(batch, fit.sampleOptions().classWeight());
          labelled.requireFinite();
          return augmenter.require(labelled);
        };
    return new StreamedData(source, fit, checked, session.labelForms(), augmenter);
  }

  private History fit(TrainingData data, @Nullable EvaluationData validation, Fit fit) {
    try (ProgressDisplay display = ProgressDisplay.ofTraining(fit.progress())) {
      return new TrainingLoop(session, data, validation, fit, seed, display).run();
    }
  }

  private @Nullable EvaluationData validationPasses(
      Fit fit, UnaryOperator<Dataset> checked, BatchChange change) {
    Dataset data = fit.validation().data();
    BatchSource source = fit.validation().source();
    if (data != null) {
      return passes(checked.apply(data), fit.epochOptions().batchSize(), change);
    }
    return source == null ? null : () -> pass(source, checked, change);
  }

  private EvaluationData passes(Dataset labelled, int batchSize, BatchChange change) {
    int[] order = SampleOrder.asGiven(labelled.size());
    return () -> new BatchPrefetcher(labelled, order, batchSize, session.labelForms(), change);
  }

  @MustBeClosed
  private Batches pass(BatchSource source, UnaryOperator<Dataset> checked, BatchChange change) {
    return StreamPrefetcher.ofFirstPass(source, checked, session.labelForms(), change);
  }

  /** Runs a single training step; see {@link Model#trainOnBatch}. */
  public Scores trainOnBatch(Dataset batch) {
    return trainOnBatch(batch, Map.of());
  }

  /**
   * Runs a single training step with class weights; see {@link Model#trainOnBatch(Dataset, Map)}.
   */
  public synchronized Scores trainOnBatch(Dataset batch, Map<Integer, Double> classWeight) {
    predictor.requireOpen();
    Dataset labelled = contract.requireLabelled(batch, classWeight);
    labelled.requireFinite();
    MetricAccumulator accumulator = session.metricAccumulator();
    int[] order = SampleOrder.asGiven(labelled.size());
    try (BatchPrefetcher prefetcher =
        new BatchPrefetcher(labelled, order, labelled.size(), session.labelForms())) {
      for (Feed feed = prefetcher.next(); feed != null; feed = prefetcher.next()) {
        try (Feed samples = feed) {
          accumulator.add(session.trainStep(samples), samples.size());
        }
      }
    }
    return accumulator.scores();
  }

  /** Computes loss and metrics, in batches of 32. */
  public Scores evaluate(Dataset data) {
    return evaluate(data, DEFAULT_BATCH_SIZE, Progress.AUTO);
  }

  /** Computes loss and metrics; see {@link Model#evaluate(Dataset, int, Progress)}. */
  public Scores evaluate(Dataset data, int batchSize, Progress progress) {
    predictor.requireOpen();
    Arguments.requirePositive("batchSize", batchSize);
    Dataset labelled = contract.requireLabelled(data);
    try (Batches batches = passes(labelled, batchSize, BatchChange.NONE).pass()) {
      return evaluate(batches, BatchPrefetcher.steps(data.size(), batchSize), progress);
    }
  }

  /** Computes loss and metrics; see {@link Model#evaluate(BatchSource, Progress)}. */
  public Scores evaluate(BatchSource source, Progress progress) {
    predictor.requireOpen();
    try (Batches batches = pass(source, contract::requireLabelled, BatchChange.NONE)) {
      return evaluate(batches, 0, progress);
    }
  }

  private Scores evaluate(Batches batches, int steps, Progress progress) {
    long start = System.nanoTime();
    try (ProgressDisplay display = ProgressDisplay.ofEvaluation(progress)) {
      display.starts("Evaluation", 0, steps);
      Scores scores = session.evaluate(batches, display);
      display.ends(Duration.ofNanos(System.nanoTime() - start), scores);
      return scores;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException(
          "Batch source", "the next batch", "an interrupt", "Call evaluate again.", e);
    }
  }

  /** Calls a function with a view of the variables between two steps; see {@link Model#inspect}. */
  public <T> T inspect(Function<ModelValues, T> reader) {
    predictor.requireOpen();
    return session.inspect(reader);
  }

  /** Loads all weights; see {@link Model#loadWeights(Weights)}. */
  public synchronized void loadWeights(Weights weights) {
    predictor.requireOpen();
    session.loadWeights(weights);
  }

  /**
   * Loads a subset of the weights; see {@link Model#loadWeights(io.rhyton.model.ModelSpec,
   * Weights)}.
   */
  synchronized void loadPart(Weights weights) {
    predictor.requireOpen();
    session.loadPart(weights);
  }

  /** Loads the optimizer state; see {@link Model#loadOptimizerState(OptimizerState)}. */
  public synchronized void loadOptimizerState(OptimizerState state) {
    predictor.requireOpen();
    session.loadOptimizerState(state);
  }

  @Override
  public Map<String, Shape> inputShapes() {
    return predictor.inputShapes();
  }

  @Override
  public Map<String, Shape> outputShapes() {
    return predictor.outputShapes();
  }

  @Override
  public Shape inputShape() {
    return predictor.inputShape();
  }

  @Override
  public Shape outputShape() {
    return predictor.outputShape();
  }

  @Override
  public float[] predict(float[] sample) {
    return predictor.predict(sample);
  }

  @Override
  public FloatNdArray predict(FloatNdArray batch) {
    return predictor.predict(batch);
  }

  @Override
  public Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches) {
    return predictor.predict(batches);
  }

  @Override
  public List<FloatNdArray> predict(List<FloatNdArray> batches) {
    return predictor.predict(batches);
  }

  @Override
  public FloatNdArray predict(Dataset data) {
    return predictor.predict(data);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(Dataset data) {
    return predictor.predictAll(data);
  }

  @Override
  public FloatNdArray predict(BatchSource source) {
    return predictor.predict(source);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(BatchSource source) {
    return predictor.predictAll(source);
  }

  boolean isClosed() {
    return predictor.isClosed();
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
