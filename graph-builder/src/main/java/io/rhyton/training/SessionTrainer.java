package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.graph.ModelGraph;
import io.rhyton.model.Arguments;
import io.rhyton.model.training.ImageDataGenerator;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * Trains, measures and predicts over one graph and its session. For Rhyton's own modules: a {@link
 * Model} and a loaded file that can be trained are trainers of this kind, and say what each method
 * does.
 */
public final class SessionTrainer implements Predictor {
  private static final int DEFAULT_BATCH_SIZE = 32;

  private final long seed;
  private final Execution execution;
  private final ModelSession session;
  private final SessionPredictor predictor;
  private final DataContract contract;

  /**
   * Starts a session, which gives every variable its first value.
   *
   * @param name what messages call it, for instance {@code Model 'cifar10'}
   * @param graph what to run; it is closed with this, or at once if this cannot be made
   * @param execution precision, threads, and the seed that epochs are shuffled with
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
    // Keras splits before it shuffles, and rounds the training share down.
    Validation validation = fit.validation();
    int training = (int) Math.floor(data.size() * (1 - validation.split()));
    Dataset train = contract.requireLabelled(data.take(training));
    train.requireFinite();
    @Nullable Dataset held = validation.split() > 0 ? data.skip(training) : validation.data();
    @Nullable Dataset evaluated = held == null ? null : contract.requireLabelled(held);
    try (Augmenter augmenter = augmenter(fit, train);
        ProgressDisplay display = ProgressDisplay.onConsole(fit.progress(), fit.epochs())) {
      return new TrainingLoop(session, train, evaluated, fit, augmenter, seed, display).run();
    }
  }

  @MustBeClosed
  private @Nullable Augmenter augmenter(Fit fit, Dataset train) {
    ImageDataGenerator augmentation = fit.augmentation();
    return augmentation == null ? null : Augmenter.open(augmentation, train, seed, execution);
  }

  /** Trains one step on all the samples given; see {@link Model#trainOnBatch}. */
  public synchronized Scores trainOnBatch(Dataset batch) {
    predictor.requireOpen();
    Dataset labelled = contract.requireLabelled(batch);
    labelled.requireFinite();
    Tally tally = session.tally();
    int[] order = SampleOrder.asGiven(labelled.size());
    try (BatchFeeder feeder =
        new BatchFeeder(labelled, order, labelled.size(), session.labelForms())) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed samples = feed) {
          tally.add(session.trainStep(samples), samples.size());
        }
      }
    }
    return tally.scores();
  }

  /** Measures loss and metrics, in batches of 32. */
  public Scores evaluate(Dataset data) {
    return evaluate(data, DEFAULT_BATCH_SIZE);
  }

  /** Measures loss and metrics; see {@link Model#evaluate(Dataset, int)}. */
  public Scores evaluate(Dataset data, int batchSize) {
    predictor.requireOpen();
    Arguments.requirePositive("batchSize", batchSize);
    return TrainingLoop.evaluate(
        session, contract.requireLabelled(data), batchSize, BatchChange.NONE);
  }

  /** Lets a function read the variables between two steps; see {@link Model#inspect}. */
  public <T> T inspect(Function<ModelValues, T> reader) {
    predictor.requireOpen();
    return session.inspect(reader);
  }

  /** Replaces every weight; see {@link Model#load(Weights)}. */
  public synchronized void load(Weights weights) {
    predictor.requireOpen();
    session.load(weights);
  }

  /**
   * Replaces the weights that are given; see {@link Model#load(io.rhyton.model.ModelSpec,
   * Weights)}.
   */
  synchronized void loadPart(Weights weights) {
    predictor.requireOpen();
    session.loadPart(weights);
  }

  /** Replaces the optimizer's state; see {@link Model#load(OptimizerState)}. */
  public synchronized void load(OptimizerState state) {
    predictor.requireOpen();
    session.load(state);
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
