package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.execution.Precision;
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
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  private final ModelSpec spec;
  private final CompileSpec compileSpec;
  private final Execution execution;
  private final boolean learns;
  private final SessionTrainer trainer;

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The trainer closes the graph.
  private Model(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    execution.requirePossible();
    this.spec = spec;
    this.compileSpec = compileSpec;
    long seed = execution.seedOrRandom();
    this.execution = execution.seed(seed);
    // One without a weight to learn is none that was frozen by mistake.
    this.learns = learns(spec) || !learns(spec.unfreeze());
    this.trainer =
        new SessionTrainer(
            where(spec),
            GraphBuilder.build(spec.resolve(), compileSpec, seed, execution.products()),
            this.execution);
  }

  private static boolean learns(ModelSpec spec) {
    return spec.resolve().weights().stream().anyMatch(WeightSpec::trainable);
  }

  private static String where(ModelSpec spec) {
    return "Model '" + spec.name() + "'";
  }

  /**
   * Builds the native graph of a model and gives its weights their first values.
   *
   * @param spec the model
   * @param optimizer how gradients change the weights
   * @param loss what training makes small
   * @param metrics what is watched beside the loss
   * @throws SpecException if the losses do not fit the model's outputs
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
   * @throws SpecException if the losses do not fit the model's outputs
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
   * @param execution seed, precision, device and threads
   * @throws SpecException if the losses do not fit the model's outputs
   * @throws DeviceException if this machine cannot run so
   */
  @MustBeClosed
  public static Model compile(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    return new Model(spec, compileSpec, execution);
  }

  /**
   * Makes a model of the same weights that learns otherwise, for instance one with layers that were
   * frozen: what {@code model.compile} does in Keras to a model that was trained. Its optimizer
   * begins anew. This model stays as it is, and is closed by whoever opened it.
   *
   * @param spec a model of the same weights
   * @param optimizer how gradients change them; losses and metrics stay
   * @throws SpecException if a weight is missing or has another shape
   */
  @MustBeClosed
  public Model recompile(ModelSpec spec, Optimizer optimizer) {
    return recompile(spec, compileSpec.optimizer(optimizer));
  }

  /**
   * Makes a model of the same weights that learns otherwise; see {@link #recompile(ModelSpec,
   * Optimizer)}.
   *
   * @param spec a model of the same weights
   * @param compileSpec how it is trained and measured
   * @throws SpecException if a weight is missing or has another shape, or the losses do not fit the
   *     model's outputs
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // Closed below on failure, by the caller otherwise.
  public Model recompile(ModelSpec spec, CompileSpec compileSpec) {
    Weights weights = weights();
    spec.requireFits(weights);
    Model model = compile(spec, compileSpec, execution);
    try {
      model.load(weights);
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
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
   * The seed of initial weights, dropout and shuffling: the one that was given, or a random one.
   */
  public long seed() {
    return execution.seedOrRandom();
  }

  /**
   * Trains for a number of epochs.
   *
   * <p>An interrupt ends training after the step that runs; the history then holds the epochs that
   * were finished, and the thread stays interrupted. An optimizer that keeps moving averages
   * ({@code useEma}) gives them to the weights at the end, as in Keras.
   *
   * @param data samples with labels in the form that the loss takes
   * @param fit how long and how
   * @return loss and metrics of every epoch
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws SpecException if every layer is frozen
   * @throws TrainingException if the loss is no longer finite; the weights are then those of the
   *     step that made it so
   */
  public History fit(Dataset data, Fit fit) {
    requireLearns();
    return trainer.fit(data, fit);
  }

  /**
   * Trains for a number of epochs on batches as a source gives them. An epoch is a pass over the
   * source; {@code stepsPerEpoch} makes it so many batches, from where the epoch before it ended,
   * and from the end of a pass on in another. {@code batchSize} and {@code shuffle} have no
   * meaning.
   *
   * <p>If the source throws, training ends, and the model is as it was after the step before.
   *
   * @param source batches with labels in the form that the loss takes
   * @param fit how long and how
   * @return loss and metrics of every epoch
   * @throws IllegalArgumentException if a share is to be validated on
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the model or
   *     has values that are not finite; the message tells which
   * @throws SpecException if every layer is frozen
   * @throws TrainingException if the loss is no longer finite; the weights are then those of the
   *     step that made it so
   */
  public History fit(BatchSource source, Fit fit) {
    requireLearns();
    return trainer.fit(source, fit);
  }

  /**
   * Trains one step on all the samples given.
   *
   * @return loss and metrics before the step
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws SpecException if every layer is frozen
   */
  public Scores trainOnBatch(Dataset batch) {
    return trainOnBatch(batch, Map.of());
  }

  /**
   * Trains one step on all the samples given, which count what their classes count; see {@link
   * Fit#classWeight}.
   *
   * @return loss and metrics before the step
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws SpecException if every layer is frozen
   */
  public Scores trainOnBatch(Dataset batch, Map<Integer, Double> classWeight) {
    requireLearns();
    return trainer.trainOnBatch(batch, classWeight);
  }

  /** Keras warns, and goes through the data for nothing. */
  private void requireLearns() {
    if (!learns) {
      throw new SpecException(
          where(spec),
          "a layer that learns",
          "none: all that have weights are frozen",
          "Unfreeze some: model.recompile(spec.unfreeze(\"dense\"), optimizer).");
    }
  }

  /**
   * Measures loss and metrics, in batches of 32.
   *
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores evaluate(Dataset data) {
    return trainer.evaluate(data);
  }

  /**
   * Measures loss and metrics.
   *
   * @param data samples with labels in the form that the loss takes
   * @param batchSize samples at once, at least 1
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores evaluate(Dataset data, int batchSize) {
    return evaluate(data, batchSize, Progress.AUTO);
  }

  /**
   * Measures loss and metrics.
   *
   * @param data samples with labels in the form that the loss takes
   * @param batchSize samples at once, at least 1
   * @param progress how to report
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores evaluate(Dataset data, int batchSize, Progress progress) {
    return trainer.evaluate(data, batchSize, progress);
  }

  /**
   * Measures loss and metrics over the first pass of a source.
   *
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the model
   */
  public Scores evaluate(BatchSource source) {
    return evaluate(source, Progress.AUTO);
  }

  /**
   * Measures loss and metrics over the first pass of a source.
   *
   * @param source batches with labels in the form that the loss takes
   * @param progress how to report
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the model
   */
  public Scores evaluate(BatchSource source, Progress progress) {
    return trainer.evaluate(source, progress);
  }

  @Override
  public Map<String, Shape> inputShapes() {
    return trainer.inputShapes();
  }

  @Override
  public Map<String, Shape> outputShapes() {
    return trainer.outputShapes();
  }

  @Override
  public Shape inputShape() {
    return trainer.inputShape();
  }

  @Override
  public Shape outputShape() {
    return trainer.outputShape();
  }

  @Override
  public float[] predict(float[] sample) {
    return trainer.predict(sample);
  }

  @Override
  public FloatNdArray predict(FloatNdArray batch) {
    return trainer.predict(batch);
  }

  @Override
  public Map<String, FloatNdArray> predict(Map<String, FloatNdArray> batches) {
    return trainer.predict(batches);
  }

  @Override
  public List<FloatNdArray> predict(List<FloatNdArray> batches) {
    return trainer.predict(batches);
  }

  @Override
  public FloatNdArray predict(Dataset data) {
    return trainer.predict(data);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(Dataset data) {
    return trainer.predictAll(data);
  }

  @Override
  public FloatNdArray predict(BatchSource source) {
    return trainer.predict(source);
  }

  @Override
  public Map<String, FloatNdArray> predictAll(BatchSource source) {
    return trainer.predictAll(source);
  }

  /** A copy of the weights; while another thread trains, those between two of its steps. */
  public Weights weights() {
    return inspect(ModelValues::weights);
  }

  /**
   * A copy of the optimizer's state; while another thread trains, that between two of its steps.
   */
  public OptimizerState optimizerState() {
    return inspect(ModelValues::optimizerState);
  }

  /**
   * Lets a function read weights and optimizer state of one moment, while no step runs; for
   * Rhyton's own modules.
   *
   * @param reader is called once; what it is given may be read until it returns
   * @return what the reader returns
   */
  public <T> T inspect(Function<ModelValues, T> reader) {
    return trainer.inspect(reader);
  }

  /**
   * Replaces every weight.
   *
   * @throws SpecException if a weight is missing or has another shape; nothing is then replaced
   */
  public void load(Weights weights) {
    trainer.load(weights);
  }

  /**
   * Replaces the weights of the layers that another model has, too; the others stay. So weights of
   * a trained model get into one that was built on a {@linkplain ModelSpec#upTo part} of it.
   *
   * @param part the layers, which have the same names and shapes here
   * @param weights theirs; others may be among them
   * @throws SpecException if one is missing or has another shape, here or there; nothing is then
   *     replaced
   */
  public void load(ModelSpec part, Weights weights) {
    trainer.loadPart(WeightsOfPart.under("", part, weights, spec));
  }

  /**
   * Replaces the weights of a model in the model; the others stay.
   *
   * @param layer the name that it has as a layer
   * @param weights those of the model by itself; others may be among them
   * @throws IllegalArgumentException if there is no such layer, or it is no model
   * @throws SpecException if a weight is missing or has another shape; nothing is then replaced
   */
  public void load(String layer, Weights weights) {
    trainer.loadPart(WeightsOfPart.under(layer + "/", spec.nested(layer), weights, spec));
  }

  /**
   * Replaces the optimizer's state. A model that was given the weights too goes on exactly as the
   * one that they come from, if both have one seed. The scale of {@link Precision#FLOAT16} may be
   * missing, and then stays as it is, or be there for nothing.
   *
   * @throws SpecException if a slot is missing, has another shape, or is none of this optimizer's;
   *     nothing is then replaced
   */
  public void load(OptimizerState state) {
    trainer.load(state);
  }

  @Override
  public void close() {
    trainer.close();
  }

  @Override
  public String toString() {
    return where(spec) + (trainer.isClosed() ? ", closed" : "");
  }
}
