package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.model.Arguments;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.weight.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * A compiled model: it trains, evaluates and predicts, and owns native memory until it is closed.
 *
 * <p>Several threads may evaluate and predict at once; training is for one thread at a time, and
 * others wait. Every method throws {@link IllegalStateException} after {@link #close}.
 *
 * <p>Source of the semantics: {@code keras/src/trainers/trainer.py}, Keras 3.15.
 */
public final class Model implements Predictor {
  private static final int DEFAULT_BATCH_SIZE = 32;

  private final ModelSpec spec;
  private final CompileSpec compileSpec;
  private final long seed;
  private final List<String> metrics;
  private final ModelSession session;
  private final SessionPredictor predictor;
  private final DataContract contract;

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The predictor closes the session.
  private Model(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    this.spec = spec;
    this.compileSpec = compileSpec;
    this.seed = execution.seedOrRandom();
    ResolvedModel resolved = spec.resolve();
    this.metrics = compileSpec.metrics().stream().map(Metric::name).toList();
    this.session = ModelSession.open(resolved, compileSpec, execution, seed);
    this.predictor = session.predictor(resolved);
    this.contract = new DataContract(resolved, session.labelForm());
  }

  /**
   * Builds the native graph of a model and gives its weights their first values.
   *
   * @param spec the model
   * @param optimizer how gradients change the weights
   * @param loss what training makes small
   * @param metrics what is watched beside the loss
   * @throws io.rhyton.model.SpecException if the loss does not fit the model's output
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, Optimizer optimizer, Loss loss, Metric... metrics) {
    return compile(spec, CompileSpec.of(optimizer, loss, metrics));
  }

  /**
   * Builds the native graph of a model and gives its weights their first values.
   *
   * @param spec the model
   * @param compileSpec how it is trained and measured
   * @throws io.rhyton.model.SpecException if the loss does not fit the model's output
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, CompileSpec compileSpec) {
    return compile(spec, compileSpec, Execution.defaults());
  }

  /**
   * Builds the native graph of a model and gives its weights their first values.
   *
   * @param spec the model
   * @param compileSpec how it is trained and measured
   * @param execution seed, precision and threads
   * @throws io.rhyton.model.SpecException if the loss does not fit the model's output
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    return new Model(spec, compileSpec, execution);
  }

  /** The model as a value. */
  public ModelSpec spec() {
    return spec;
  }

  /** How it is trained and measured. */
  public CompileSpec compileSpec() {
    return compileSpec;
  }

  /**
   * Trains for a number of epochs.
   *
   * <p>An interrupt ends training after the step that runs; the history then holds the epochs that
   * were finished, and the thread stays interrupted.
   *
   * @param data samples with labels in the form that the loss takes
   * @param fit how long and how
   * @return loss and metrics of every epoch
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws TrainingException if the loss is no longer finite; the weights are then those of the
   *     step that made it so
   */
  public synchronized History fit(Dataset data, Fit fit) {
    predictor.requireOpen();
    // Keras splits before it shuffles, and rounds the training share down.
    int training = (int) Math.floor(data.size() * (1 - fit.validationSplit()));
    Dataset train = data.take(training);
    @Nullable Dataset validation =
        fit.validationSplit() > 0 ? data.skip(training) : fit.validationData();
    contract.requireLabelled(train);
    if (validation != null) {
      contract.requireLabelled(validation);
    }
    Long own = fit.seed();
    SampleOrder order = new SampleOrder(train.size(), fit.shuffle(), own != null ? own : seed);
    try (ProgressDisplay display = ProgressDisplay.onConsole(fit.progress(), fit.epochs())) {
      return new TrainingLoop(session, metrics, train, validation, fit, order, display).run();
    }
  }

  /**
   * Trains one step on all the samples given.
   *
   * @return loss and metrics before the step
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public synchronized Scores trainOnBatch(Dataset batch) {
    predictor.requireOpen();
    contract.requireLabelled(batch);
    Tally tally = new Tally(metrics);
    int[] order = SampleOrder.asGiven(batch.size());
    try (BatchFeeder feeder = new BatchFeeder(batch, order, batch.size(), contract.form())) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed samples = feed) {
          tally.add(session.trainStep(samples), samples.size());
        }
      }
    }
    return tally.scores();
  }

  /**
   * Measures loss and metrics, in batches of 32.
   *
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores evaluate(Dataset data) {
    return evaluate(data, DEFAULT_BATCH_SIZE);
  }

  /**
   * Measures loss and metrics.
   *
   * @param data samples with labels in the form that the loss takes
   * @param batchSize samples at once, at least 1
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores evaluate(Dataset data, int batchSize) {
    predictor.requireOpen();
    Arguments.requirePositive("batchSize", batchSize);
    contract.requireLabelled(data);
    return TrainingLoop.evaluate(session, metrics, data, batchSize);
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
  public FloatNdArray predict(Dataset data) {
    return predictor.predict(data);
  }

  /** A copy of the weights; while another thread trains, those between two of its steps. */
  public Weights weights() {
    predictor.requireOpen();
    return session.weights();
  }

  /**
   * Replaces every weight.
   *
   * @throws io.rhyton.model.SpecException if a weight is missing or has another shape; nothing is
   *     then replaced
   */
  public synchronized void load(Weights weights) {
    predictor.requireOpen();
    session.load(weights);
  }

  @Override
  public synchronized void close() {
    predictor.close();
  }

  @Override
  public String toString() {
    return "Model '" + spec.name() + "'" + (predictor.isClosed() ? ", closed" : "");
  }
}
