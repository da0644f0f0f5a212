package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFolder;
import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.session.training.SessionTrainer;
import io.rhyton.training.fit.Fit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;

/**
 * A SavedModel that can be trained further without the code of its model: the file contains the
 * training step. Returned by {@link SavedModel#readTrainable}.
 *
 * <p>Several inputs are named after their layers; several outputs, and their labels, are named
 * {@code output_0}, {@code output_1} and so on.
 *
 * <p>Thread safety is as for {@link io.rhyton.training.Model}. Every method throws {@link
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
   * Trains for a number of epochs; see {@link io.rhyton.training.Model#fit}.
   *
   * @param source samples or batches with labels in the format that the model was trained on
   * @param fit epochs, batch size and other options
   * @return loss and metrics of every epoch
   * @throws IllegalArgumentException if {@code fit} has a validation split for a batch source
   * @throws io.rhyton.data.DataException if the data is empty or does not match the model, or the
   *     source throws
   * @throws io.rhyton.training.fit.TrainingException if the loss becomes NaN or infinite
   */
  public History fit(Source source, Fit fit) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(fit, "fit");
    return trainer.fit(source, fit);
  }

  /**
   * Runs one training step on the whole batch.
   *
   * @return loss and metrics before the step
   * @throws io.rhyton.data.DataException if the data is empty or does not match the model
   */
  public Scores trainOnBatch(Dataset batch) {
    Objects.requireNonNull(batch, "batch");
    return trainer.trainOnBatch(batch);
  }

  /**
   * Computes loss and metrics, in batches of 32, or in those of a batch source.
   *
   * @throws io.rhyton.data.DataException if the data is empty or does not match the model, or the
   *     source throws
   */
  public Scores evaluate(Source source) {
    Objects.requireNonNull(source, "source");
    return trainer.evaluate(source);
  }

  /**
   * Returns a copy of the weights. If another thread is training, it is taken between two steps.
   */
  public Weights weights() {
    return trainer.inspect(ModelValues::weights);
  }

  /**
   * Returns a copy of the optimizer state. If another thread is training, it is taken between two
   * steps.
   */
  public OptimizerState optimizerState() {
    return trainer.inspect(ModelValues::optimizerState);
  }

  /**
   * Replaces the optimizer state, for instance to continue with another learning rate.
   *
   * @throws io.rhyton.error.SpecException if a slot variable is missing, has another shape, or does
   *     not belong to this optimizer; the state is then unchanged
   */
  public void loadOptimizerState(OptimizerState state) {
    Objects.requireNonNull(state, "state");
    trainer.loadOptimizerState(state);
  }

  /**
   * Writes the current state of the model as a new SavedModel, which can be trained further, here
   * and in Python. The folder is written atomically.
   *
   * @param folder the folder to write, which must not exist; missing parent folders are created
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public void save(Path folder) {
    Objects.requireNonNull(folder, "folder");
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

  @Override
  public void close() {
    trainer.close();
  }

  /** The path and the shapes: {@code SavedModel 'folder': [?, 3] -> [?, 1]}. */
  @Override
  public String toString() {
    return trainer.predictor().toString();
  }
}
