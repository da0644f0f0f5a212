package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFolder;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Fit;
import io.rhyton.training.SessionTrainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;

/**
 * A SavedModel that goes on training without the code of its model: the file holds the training
 * step. Made by {@link SavedModel#readTrainable}.
 *
 * <p>Where there are several, inputs are called as their layers, and outputs and the labels for
 * them {@code output_0}, {@code output_1} and so on.
 *
 * <p>Threads are treated as by {@link io.rhyton.training.Model}. Every method throws {@link
 * IllegalStateException} after {@link #close}.
 */
public final class TrainableModel implements Predictor {
  private final SessionTrainer trainer;
  private final org.tensorflow.proto.SavedModel proto;
  private final TrackedVariables variables;
  private final TrackableObjectGraph trackables;

  @MustBeClosed
  TrainableModel(
      SessionTrainer trainer,
      org.tensorflow.proto.SavedModel proto,
      TrackedVariables variables,
      TrackableObjectGraph trackables) {
    this.trainer = trainer;
    this.proto = proto;
    this.variables = variables;
    this.trackables = trackables;
  }

  /**
   * Trains for a number of epochs; an interrupt ends it after the step that runs.
   *
   * @param data samples with labels in the form that the model was trained on
   * @param fit how long and how
   * @return loss and metrics of every epoch
   * @throws io.rhyton.data.DataException if the data is empty or does not fit the model
   * @throws io.rhyton.training.TrainingException if the loss is no longer finite
   */
  public History fit(Dataset data, Fit fit) {
    return trainer.fit(data, fit);
  }

  /**
   * Trains for a number of epochs on batches as a source gives them; see {@link
   * io.rhyton.training.Model#fit(BatchSource, Fit)}.
   *
   * @param source batches with labels in the form that the model was trained on
   * @param fit how long and how
   * @return loss and metrics of every epoch
   * @throws io.rhyton.data.DataException if the source throws, or a batch does not fit the model
   * @throws io.rhyton.training.TrainingException if the loss is no longer finite
   */
  public History fit(BatchSource source, Fit fit) {
    return trainer.fit(source, fit);
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

  /** A copy of the weights; while another thread trains, those between two of its steps. */
  public Weights weights() {
    return trainer.inspect(ModelValues::weights);
  }

  /** A copy of the optimizer's state; while another thread trains, that between two steps. */
  public OptimizerState optimizerState() {
    return trainer.inspect(ModelValues::optimizerState);
  }

  /**
   * Replaces the optimizer's state, for instance to go on with another learning rate.
   *
   * @throws io.rhyton.error.SpecException if a slot is missing, has another shape, or is none of
   *     this optimizer's; nothing is then replaced
   */
  public void load(OptimizerState state) {
    trainer.load(state);
  }

  /**
   * Writes the model as it is now as a SavedModel of its own, which can again be trained, here and
   * in Python. The folder appears whole or not at all.
   *
   * @param folder where to; it must not exist, missing parents are made
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public void save(Path folder) {
    trainer.requireOpen();
    StagedFolder.write(
        SavedModelWriter.KIND,
        folder,
        staging -> {
          SavedModelWriter.writeProto(staging.resolve(SavedModelWriter.FILE), proto);
          Path values = Files.createDirectory(staging.resolve("variables"));
          Checkpoint.write(
              values.resolve("variables"),
              variables.all(),
              VariableValues.of(trainer::inspect),
              trackables);
        });
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

  @Override
  public void close() {
    trainer.close();
  }
}
