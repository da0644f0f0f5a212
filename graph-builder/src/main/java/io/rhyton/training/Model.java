package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.session.ExecutionCheck;
import io.rhyton.session.SessionConfig;
import io.rhyton.session.inference.SessionPredictor;
import io.rhyton.session.training.SessionTrainer;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.TrainingException;
import io.rhyton.training.progress.Progress;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * A compiled model, which can be trained, evaluated and used for prediction. It holds native memory
 * until it is closed: use try-with-resources.
 *
 * <p>Several threads may evaluate and predict concurrently; training is serialized. Every method
 * throws {@link IllegalStateException} after {@link #close}.
 *
 * <pre>{@code
 * try (Model model = Model.compile(spec, Adam.of(), SparseCategoricalCrossentropy.of())) {
 *   model.fit(train, Fit.epochs(5).validationSplit(0.2));
 *   System.out.println(model.evaluate(test));
 * }
 * }</pre>
 *
 * <p>Source of the semantics: {@code keras/src/trainers/trainer.py}, Keras 3.15.
 */
public final class Model implements Predictor {
  private final ModelSpec spec;
  private final CompileSpec compileSpec;
  private final Execution execution;
  private final boolean learns;
  private final SessionTrainer trainer;

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The trainer closes the graph.
  private Model(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    ExecutionCheck.requirePossible(execution);
    this.spec = spec;
    this.compileSpec = compileSpec;
    long seed = execution.seedOrRandom();
    this.execution = execution.seed(seed);
    // A model without trainable weights even when unfrozen was not frozen by mistake.
    this.learns = learns(spec) || !learns(spec.unfreeze());
    this.trainer =
        new SessionTrainer(
            where(spec),
            GraphBuilder.build(
                spec.resolve(), compileSpec, seed, SessionConfig.computeDtype(execution)),
            this.execution);
  }

  private static boolean learns(ModelSpec spec) {
    return spec.resolve().weights().stream().anyMatch(WeightSpec::trainable);
  }

  private static String where(ModelSpec spec) {
    return "Model " + MessageText.name(spec.name());
  }

  /**
   * Builds the native graph of a model and initializes its weights.
   *
   * @param spec the model
   * @param optimizer the optimizer
   * @param loss the loss to minimize
   * @param metrics the metrics to report besides the loss
   * @throws SpecException if the losses do not fit the model's outputs
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, Optimizer optimizer, Loss loss, Metric... metrics) {
    Objects.requireNonNull(spec, "spec");
    return compile(spec, CompileSpec.of(optimizer, loss, metrics));
  }

  /**
   * Builds the native graph of a model and initializes its weights.
   *
   * @param spec the model
   * @param compileSpec optimizer, losses and metrics
   * @throws SpecException if the losses do not fit the model's outputs
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, CompileSpec compileSpec) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(compileSpec, "compileSpec");
    return compile(spec, compileSpec, Execution.defaults());
  }

  /**
   * Builds the native graph of a model and initializes its weights.
   *
   * @param spec the model
   * @param compileSpec optimizer, losses and metrics
   * @param execution seed, precision, device and threads
   * @throws SpecException if the losses do not fit the model's outputs
   * @throws DeviceException if this machine does not support the execution settings
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(compileSpec, "compileSpec");
    Objects.requireNonNull(execution, "execution");
    return new Model(spec, compileSpec, execution);
  }

  /**
   * Opens a model for prediction, without compiling it.
   *
   * @param spec the model
   * @param weights its weights
   * @throws SpecException if a weight is missing or has another shape
   */
  @MustBeClosed
  public static Predictor predictor(ModelSpec spec, Weights weights) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(weights, "weights");
    return SessionPredictor.open(spec, weights);
  }

  /**
   * Compiles a new model with the weights of this one, for instance with layers frozen or unfrozen,
   * as calling {@code model.compile} again does in Keras. The optimizer state is reset. This model
   * is unchanged and must still be closed.
   *
   * @param spec a model with the same weights
   * @param optimizer the new optimizer; losses and metrics are kept
   * @throws SpecException if a weight is missing or has another shape
   */
  @MustBeClosed
  public Model recompile(ModelSpec spec, Optimizer optimizer) {
    Objects.requireNonNull(spec, "spec");
    return recompile(spec, compileSpec.optimizer(optimizer));
  }

  /**
   * Compiles a new model with the weights of this one; see {@link #recompile(ModelSpec,
   * Optimizer)}.
   *
   * @param spec a model with the same weights
   * @param compileSpec optimizer, losses and metrics
   * @throws SpecException if a weight is missing or has another shape, or the losses do not fit the
   *     model's outputs
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the caller otherwise.
  public Model recompile(ModelSpec spec, CompileSpec compileSpec) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(compileSpec, "compileSpec");
    Weights weights = weights();
    spec.requireFits(weights);
    Model model = compile(spec, compileSpec, execution);
    try {
      model.loadWeights(weights);
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  /** The specification of the model. */
  public ModelSpec spec() {
    return spec;
  }

  /** Optimizer, losses and metrics. */
  public CompileSpec compileSpec() {
    return compileSpec;
  }

  /** The seed of initial weights, dropout and shuffling: the one set, or a random one. */
  public long seed() {
    return execution.seedOrRandom();
  }

  /**
   * Trains for a number of epochs.
   *
   * <p>An interrupt ends training after the current step; the history then holds the completed
   * epochs, and the thread stays interrupted. With {@code useEma}, the optimizer overwrites the
   * weights with their moving averages at the end, as in Keras.
   *
   * <p>With a batch source, an epoch is one pass, or, with {@code stepsPerEpoch}, that many
   * batches, continuing where the previous epoch ended and starting another pass when one is
   * exhausted. {@code batchSize} and {@code shuffle} are ignored. If the source throws, training
   * ends, and the model is unchanged since the last step.
   *
   * @param source samples or batches with labels in the form that the loss requires
   * @param fit epochs, batch size, validation, callbacks and other options
   * @return loss and metrics of each epoch
   * @throws IllegalArgumentException if {@code fit} has a validation split for a batch source
   * @throws io.rhyton.data.DataException if the data is empty, does not fit the model or contains
   *     NaN or infinite values, or the source throws; the message names the batch of a source
   * @throws SpecException if every layer is frozen
   * @throws TrainingException if the loss becomes NaN or infinite; the weights are then those after
   *     the failing step
   */
  public History fit(Source source, Fit fit) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(fit, "fit");
    requireTrainable();
    return trainer.fit(source, fit);
  }

  /**
   * Runs a single training step on one batch.
   *
   * @return loss and metrics before the update
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws SpecException if every layer is frozen
   */
  public Scores trainOnBatch(Dataset batch) {
    Objects.requireNonNull(batch, "batch");
    return trainOnBatch(batch, Map.of());
  }

  /**
   * Runs a single training step on one batch, with class weights; see {@link Fit#classWeight}.
   *
   * @return loss and metrics before the update
   * @throws IllegalArgumentException if the model has no class of an index, or a weight is negative
   *     or not finite
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws SpecException if every layer is frozen
   */
  public Scores trainOnBatch(Dataset batch, Map<Integer, Double> classWeight) {
    Objects.requireNonNull(batch, "batch");
    requireTrainable();
    return trainer.trainOnBatch(batch, classWeight);
  }

  /** Keras only prints a warning, and trains without effect. */
  private void requireTrainable() {
    if (!learns) {
      throw new SpecException(
          where(spec),
          "a trainable layer",
          "none: all layers with weights are frozen",
          "Unfreeze some: model.recompile(spec.unfreeze(\"dense\"), optimizer).");
    }
  }

  /**
   * Computes loss and metrics, in batches of 32.
   *
   * @param source samples or batches with labels in the form that the loss requires
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model, or the
   *     source throws
   */
  public Scores evaluate(Source source) {
    Objects.requireNonNull(source, "source");
    return trainer.evaluate(source);
  }

  /**
   * Computes loss and metrics.
   *
   * @param source samples or batches with labels in the form that the loss requires
   * @param batchSize the batch size, at least 1; ignored for a batch source
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model, or the
   *     source throws
   */
  public Scores evaluate(Source source, int batchSize) {
    Objects.requireNonNull(source, "source");
    return evaluate(source, batchSize, Progress.AUTO);
  }

  /**
   * Computes loss and metrics, for a batch source over its first pass.
   *
   * @param source samples or batches with labels in the form that the loss requires
   * @param batchSize the batch size, at least 1; ignored for a batch source
   * @param progress how progress is reported
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model, or the
   *     source throws
   */
  public Scores evaluate(Source source, int batchSize, Progress progress) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(progress, "progress");
    return trainer.evaluate(source, batchSize, progress);
  }

  @Override
  public String displayName() {
    return trainer.predictor().displayName();
  }

  @Override
  public Map<String, Shape> inputShapes() {
    return trainer.predictor().inputShapes();
  }

  @Override
  public Map<String, Shape> outputShapes() {
    return trainer.predictor().outputShapes();
  }

  @Override
  public Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches) {
    return trainer.predictor().predict(batches);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(Source source) {
    return trainer.predictor().predictAll(source);
  }

  /** A copy of the weights. If another thread is training, it is taken between two steps. */
  public Weights weights() {
    return inspect(ModelValues::weights);
  }

  /**
   * A copy of the optimizer state. If another thread is training, it is taken between two steps.
   */
  public OptimizerState optimizerState() {
    return inspect(ModelValues::optimizerState);
  }

  /**
   * Calls a function with a consistent view of weights and optimizer state, while no step is
   * running. Internal to Rhyton.
   *
   * @param reader called once; it may read its argument until it returns
   * @return the reader's result
   */
  public <T> T inspect(Function<ModelValues, T> reader) {
    Objects.requireNonNull(reader, "reader");
    return trainer.inspect(reader);
  }

  /**
   * Loads all weights.
   *
   * @throws SpecException if a weight is missing or has another shape; the model is then unchanged
   */
  public void loadWeights(Weights weights) {
    Objects.requireNonNull(weights, "weights");
    trainer.loadWeights(weights);
  }

  /**
   * Loads the weights of the layers that this model shares with another one; all others are kept.
   * Use it to transfer the weights of a trained model to one built on a {@linkplain ModelSpec#upTo
   * part} of it.
   *
   * @param part the shared layers, with the same names and shapes in this model
   * @param weights their weights; may contain others
   * @throws SpecException if a weight is missing or has another shape in either; the model is then
   *     unchanged
   */
  public void loadWeights(ModelSpec part, Weights weights) {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(weights, "weights");
    trainer.loadPart(WeightsOfPart.under("", part, weights, spec));
  }

  /**
   * Loads the weights of a nested model; all others are kept.
   *
   * @param layer the name of the nested model as a layer
   * @param weights the weights, by their names in the nested model itself; may contain others
   * @throws IllegalArgumentException if there is no such layer, or it is not a model
   * @throws SpecException if a weight is missing or has another shape; the model is then unchanged
   */
  public void loadWeights(String layer, Weights weights) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(weights, "weights");
    trainer.loadPart(WeightsOfPart.under(layer + "/", spec.nested(layer), weights, spec));
  }

  /**
   * Loads the optimizer state. If the weights are loaded as well, training resumes exactly as in
   * the model that they come from, provided that both have the same seed. The loss scale of {@link
   * DTypePolicy#MIXED_FLOAT16} is optional: if missing, the current one is kept; if not needed, it
   * is ignored.
   *
   * @throws SpecException if a slot variable is missing, has another shape, or does not belong to
   *     this optimizer; the state is then unchanged
   */
  public void loadOptimizerState(OptimizerState state) {
    Objects.requireNonNull(state, "state");
    trainer.loadOptimizerState(state);
  }

  /**
   * Releases the native memory; a second call has no effect. It waits for a training in another
   * thread, and for the batches that other threads are predicting or evaluating. Called from a
   * callback, it ends the training with an {@link IllegalStateException}; {@link
   * io.rhyton.callback.Training#stop} ends one without.
   *
   * @throws IllegalStateException if called by a function that is reading the model's variables
   */
  @Override
  public void close() {
    trainer.close();
  }

  /**
   * The name, the shapes and the number of parameters: {@code Model 'm': [?, 3] -> [?, 1], 4
   * parameters}. A table of the layers is in {@link ModelSpec#summary}.
   */
  @Override
  public String toString() {
    long parameters = spec.resolve().weights().stream().mapToLong(WeightSpec::size).sum();
    return String.format(Locale.ROOT, "%s, %,d parameters", trainer.predictor(), parameters);
  }
}
