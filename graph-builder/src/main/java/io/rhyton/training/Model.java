package io.rhyton.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.training.OptimizerState;
import io.rhyton.model.weight.Weights;
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
  private final long seed;
  private final SessionTrainer trainer;

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The trainer closes the graph.
  private Model(ModelSpec spec, CompileSpec compileSpec, Execution execution) {
    this.spec = spec;
    this.compileSpec = compileSpec;
    this.seed = execution.seedOrRandom();
    this.trainer =
        new SessionTrainer(
            "Model '" + spec.name() + "'",
            GraphBuilder.build(spec.resolve(), compileSpec, seed),
            execution.seed(seed));
  }

  /**
   * Builds the native graph of a model and gives its weights their first values.
   *
   * @param spec the model
   * @param optimizer how gradients change the weights
   * @param loss what training makes small
   * @param metrics what is watched beside the loss
   * @throws io.rhyton.model.SpecException if the losses do not fit the model's outputs
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
   * @throws io.rhyton.model.SpecException if the losses do not fit the model's outputs
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
   * @throws io.rhyton.model.SpecException if the losses do not fit the model's outputs
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
   * The seed of initial weights, dropout and shuffling: the one that was given, or a random one.
   */
  public long seed() {
    return seed;
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
   * @throws TrainingException if the loss is no longer finite; the weights are then those of the
   *     step that made it so
   */
  public History fit(Dataset data, Fit fit) {
    return trainer.fit(data, fit);
  }

  /**
   * Trains one step on all the samples given.
   *
   * @return loss and metrics before the step
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   */
  public Scores trainOnBatch(Dataset batch) {
    return trainer.trainOnBatch(batch);
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
    return trainer.evaluate(data, batchSize);
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
   * @throws io.rhyton.model.SpecException if a weight is missing or has another shape; nothing is
   *     then replaced
   */
  public void load(Weights weights) {
    trainer.load(weights);
  }

  /**
   * Replaces the optimizer's state. A model that was given the weights too goes on exactly as the
   * one that they come from, if both have one seed.
   *
   * @throws io.rhyton.model.SpecException if a slot is missing, has another shape, or is none of
   *     this optimizer's; nothing is then replaced
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
    return "Model '" + spec.name() + "'" + (trainer.isClosed() ? ", closed" : "");
  }
}
