package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;

/**
 * Models as SavedModel folders, which every TensorFlow tool opens.
 *
 * <p>In Python, {@code m = tf.saved_model.load(folder)} gives
 *
 * <ul>
 *   <li>{@code m.serve(x)}: inference; {@code m(x, training=False)}: the same, or with {@code
 *       training=True} as in training, dropout and moving statistics included; {@code m.train(x)}:
 *       as in training;
 *   <li>{@code m.variables}, {@code m.trainable_variables}, {@code m.non_trainable_variables}:
 *       named as in Java, open to {@code tf.GradientTape} and to {@code tf.saved_model.save};
 *   <li>{@code m.signatures["serving_default"]}: what TensorFlow Serving and TFLite use, from an
 *       input named after the input layer to {@code output_0}.
 * </ul>
 *
 * <p>A model with several inputs takes a list of them, one with several outputs returns a list;
 * signatures take them by the names of the input layers and return {@code output_0}, {@code
 * output_1} and so on.
 *
 * <p>Keras 3 takes the folder as a layer: {@code keras.layers.TFSMLayer(folder,
 * call_endpoint="serve", call_training_endpoint="train")}.
 */
public final class SavedModel {
  private SavedModel() {}

  /**
   * Writes a model with its weights as they are now. The folder appears whole or not at all.
   *
   * <p>While another thread trains the model, the weights are those between two of its steps.
   *
   * @param model what to write
   * @param folder where to; it must not exist, missing parents are made
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(Model model, Path folder) {
    write(model, folder, SavedModelOptions.defaults());
  }

  /**
   * Writes a model with its weights as they are now. The folder appears whole or not at all.
   *
   * <p>While another thread trains the model, weights and optimizer state are those between two of
   * its steps.
   *
   * @param model what to write
   * @param folder where to; it must not exist, missing parents are made
   * @param options what to write beside inference
   * @throws ArtifactException if the folder exists or cannot be written
   */
  public static void write(Model model, Path folder, SavedModelOptions options) {
    SavedModelWriter.of(model, options).write(folder);
  }

  /**
   * Writes a model that is not compiled. The folder appears whole or not at all.
   *
   * @param spec the model
   * @param weights its weights
   * @param folder where to; it must not exist, missing parents are made
   * @throws ArtifactException if the folder exists or cannot be written
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  public static void write(ModelSpec spec, Weights weights, Path folder) {
    spec.requireFits(weights);
    SavedModelWriter.of(spec, weights).write(folder);
  }

  /**
   * Lets a SavedModel go on training where it is loaded, exactly as the model would have.
   *
   * <p>In Python, {@code m.train_step(x, y)} trains one step with optimizer, dropout and moving
   * statistics, and {@code m.evaluate(x, y)} measures; both return a dict of {@code loss} and each
   * metric of the batch. Class numbers are int64. With several inputs or outputs, {@code x} or
   * {@code y} is a list; labels are listed for the outputs that have a loss or metrics, and named
   * as these in signatures. {@code m.optimizer_variables} are the iteration, the learning rate,
   * which can be assigned, and the slots. {@code tf.saved_model.save(m, other)} keeps all of it;
   * the signatures {@code train_step} and {@code evaluate} are for tools that know no objects. In
   * Java, {@link #readTrainable} opens it.
   *
   * <p>TFLite's converter must then be told what it is to convert: {@code
   * signature_keys=["serving_default"]}.
   */
  public static SavedModelOptions withTraining() {
    return SavedModelOptions.defaults().training(true);
  }

  /**
   * Reads a SavedModel to predict with, made by Rhyton, by Keras 3's {@code model.export()} or by
   * {@code tf.saved_model.save} with a {@code serving_default} signature of float32 inputs and
   * outputs. These are called as in the signature: by Keras and Rhyton, inputs as their layers and
   * outputs {@code output_0}, {@code output_1} and so on.
   *
   * @param folder the folder that holds {@code saved_model.pb}
   * @return the predictor, which the caller closes
   * @throws ArtifactException if the folder is no SavedModel, or not one of this kind
   */
  @MustBeClosed
  public static Predictor read(Path folder) {
    return SavedModelReader.read(folder);
  }

  /**
   * Reads a SavedModel to train it further, with the seed and the runtime's settings of {@link
   * Execution#defaults()}.
   *
   * @param folder what {@link #write} made {@link #withTraining()}, {@link TrainableModel#save}, or
   *     Python's {@code tf.saved_model.save} of such a model
   * @return the model, which the caller closes
   * @throws ArtifactException if the folder is no SavedModel, or not one of this kind
   */
  @MustBeClosed
  public static TrainableModel readTrainable(Path folder) {
    return readTrainable(folder, Execution.defaults());
  }

  /**
   * Reads a SavedModel to train it further.
   *
   * @param folder what {@link #write} made {@link #withTraining()}, {@link TrainableModel#save}, or
   *     Python's {@code tf.saved_model.save} of such a model
   * @param execution precision, device, threads, and the seed that epochs are shuffled with;
   *     dropout goes on with the seed of the model that was written
   * @return the model, which the caller closes
   * @throws ArtifactException if the folder is no SavedModel, or not one of this kind, or is to
   *     train in float16
   * @throws io.rhyton.execution.DeviceException if this machine cannot run so
   */
  @MustBeClosed
  public static TrainableModel readTrainable(Path folder, Execution execution) {
    return TrainableReader.read(folder, execution);
  }

  /**
   * Reads the values of a model of which the file holds no architecture, as Keras 3's {@code
   * model.export()} makes it, to give them to the same model built in Java.
   *
   * @param folder the folder that holds {@code saved_model.pb}
   * @throws ArtifactException if the folder is no SavedModel, or has no list of float32 variables
   */
  public static SavedModelVariables readVariables(Path folder) {
    return VariablesReader.read(folder);
  }
}
