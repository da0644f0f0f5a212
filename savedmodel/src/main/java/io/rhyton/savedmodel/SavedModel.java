package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.ModelException;
import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes and reads models as SavedModel folders, the format of all TensorFlow tools.
 *
 * <p>In Python, {@code m = tf.saved_model.load(folder)} has
 *
 * <ul>
 *   <li>{@code m.serve(x)}: inference mode; {@code m(x, training=False)}: the same, or with {@code
 *       training=True} training mode, with dropout and updates of moving averages; {@code
 *       m.train(x)}: training mode;
 *   <li>{@code m.variables}, {@code m.trainable_variables}, {@code m.non_trainable_variables}:
 *       named as in Java, and usable with {@code tf.GradientTape} and {@code tf.saved_model.save};
 *   <li>{@code m.signatures["serving_default"]}: the signature for TensorFlow Serving and TFLite,
 *       with an input named after the input layer and the output {@code output_0}.
 * </ul>
 *
 * <p>A model with several inputs takes a list of them, one with several outputs returns a list; the
 * inputs of signatures are named after the input layers, and the outputs {@code output_0}, {@code
 * output_1} and so on.
 *
 * <p>Keras 3 loads the folder as a layer: {@code keras.layers.TFSMLayer(folder,
 * call_endpoint="serve", call_training_endpoint="train")}.
 *
 * <pre>{@code
 * SavedModel.write(model, Path.of("model"));
 * try (Predictor predictor = SavedModel.read(Path.of("model"))) {
 *   System.out.println(predictor.outputShape());
 * }
 * }</pre>
 */
public final class SavedModel {
  private SavedModel() {}

  /**
   * Writes a model with its current weights. The folder is written atomically.
   *
   * <p>While another thread trains the model, the weights are those between two training steps.
   *
   * @param model the model to write
   * @param folder the folder to write, which must not exist; missing parent folders are created
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(Model model, Path folder) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(folder, "folder");
    write(model, folder, SavedModelOptions.defaults());
  }

  /**
   * Writes a model with its current weights. The folder is written atomically.
   *
   * <p>While another thread trains the model, weights and optimizer state are those between two
   * training steps.
   *
   * @param model the model to write
   * @param folder the folder to write, which must not exist; missing parent folders are created
   * @param options what to write besides inference
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(Model model, Path folder, SavedModelOptions options) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(options, "options");
    SavedModelWriter.of(model, options).write(folder);
  }

  /**
   * Writes a model that is not compiled. The folder is written atomically.
   *
   * @param spec the model
   * @param weights its weights
   * @param folder the folder to write, which must not exist; missing parent folders are created
   * @throws ArtifactException if the folder exists or cannot be written
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  public static void write(ModelSpec spec, Weights weights, Path folder) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(folder, "folder");
    spec.requireFits(weights);
    SavedModelWriter.of(spec, weights).write(folder);
  }

  /**
   * Returns options with which training of the SavedModel can resume where it is loaded, exactly as
   * the model would have continued.
   *
   * <p>In Python, {@code m.train_step(x, y)} runs one training step with optimizer, dropout and
   * updates of moving averages, and {@code m.evaluate(x, y)} evaluates; both return a dict of the
   * {@code loss} and each metric of the batch. Integer labels are int64. With several inputs or
   * outputs, {@code x} or {@code y} is a list; labels are given for the outputs that have a loss or
   * metrics, and have the names of these in signatures. {@code m.optimizer_variables} are the
   * iteration, the learning rate, which can be assigned, and the slot variables. {@code
   * tf.saved_model.save(m, other)} preserves all of this; the signatures {@code train_step} and
   * {@code evaluate} are for tools that do not support objects. In Java, {@link #readTrainable}
   * opens the folder.
   *
   * <p>The TFLite converter then needs the signature to convert: {@code
   * signature_keys=["serving_default"]}.
   */
  public static SavedModelOptions withTraining() {
    return SavedModelOptions.defaults().training(true);
  }

  /**
   * Reads a SavedModel for prediction, written by Rhyton, by Keras 3's {@code model.export()} or by
   * {@code tf.saved_model.save} with a {@code serving_default} signature of float32 inputs and
   * outputs. These have their names in the signature: with Keras and Rhyton, inputs are named after
   * their layers, and outputs are {@code output_0}, {@code output_1} and so on.
   *
   * <p>A SavedModel is a program, which TensorFlow runs as it is. One whose graph can touch
   * anything but its own variables and assets, for instance other files, is refused before it is
   * loaded; see {@link SavedModelOptions#trusted()}.
   *
   * @param folder the folder with {@code saved_model.pb}
   * @return the predictor, which the caller closes
   * @throws ArtifactException if the folder is not a SavedModel of this kind, or its graph is
   *     refused
   */
  @MustBeClosed
  public static Predictor read(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return read(folder, SavedModelOptions.defaults());
  }

  /**
   * Reads a SavedModel for prediction; see {@link #read(Path)}.
   *
   * @param folder the folder with {@code saved_model.pb}
   * @param options whether its author is trusted
   * @return the predictor, which the caller closes
   * @throws ArtifactException if the folder is not a SavedModel of this kind, or its graph is
   *     refused
   */
  @MustBeClosed
  public static Predictor read(Path folder, SavedModelOptions options) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(options, "options");
    return SavedModelReader.read(folder, options.isTrusted());
  }

  /**
   * Reads a SavedModel to resume training, with the seed and runtime settings of {@link
   * Execution#defaults()}.
   *
   * @param folder a folder written by {@link #write} {@link #withTraining()}, by {@link
   *     TrainableModel#save}, or by Python's {@code tf.saved_model.save} of such a model
   * @return the model, which the caller closes
   * @throws ArtifactException if the folder is not a SavedModel of this kind
   */
  @MustBeClosed
  public static TrainableModel readTrainable(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return readTrainable(folder, Execution.defaults());
  }

  /**
   * Reads a SavedModel to resume training.
   *
   * @param folder a folder written by {@link #write} {@link #withTraining()}, by {@link
   *     TrainableModel#save}, or by Python's {@code tf.saved_model.save} of such a model
   * @param execution precision, device, threads, and the seed for shuffling; dropout uses the seed
   *     of the model that was written
   * @return the model, which the caller closes
   * @throws ArtifactException if the folder is not a SavedModel of this kind, or the precision is
   *     float16
   * @throws io.rhyton.execution.DeviceException if this machine does not support the execution
   */
  @MustBeClosed
  public static TrainableModel readTrainable(Path folder, Execution execution) {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(execution, "execution");
    return TrainableReader.read(folder, execution);
  }

  /**
   * Reads the variables of a SavedModel without an architecture, as written by Keras 3's {@code
   * model.export()}, for the same model built in Java.
   *
   * @param folder the folder with {@code saved_model.pb}
   * @throws ArtifactException if the folder is not a SavedModel, or has no list of float32
   *     variables
   */
  public static SavedModelVariables readVariables(Path folder) {
    Objects.requireNonNull(folder, "folder");
    try {
      return VariablesReader.read(folder);
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException e) { // Objects that do not fit together.
      throw SavedObjects.damaged(folder, e);
    }
  }
}
