package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.training.Model;
import io.rhyton.training.Predictor;
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
    new SavedModelWriter(model.spec().resolve(), model.weights()).write(folder);
  }

  /**
   * Reads a SavedModel to predict with, made by Rhyton, by Keras 3's {@code model.export()} or by
   * {@code tf.saved_model.save} with a {@code serving_default} signature of one float32 input and
   * one float32 output.
   *
   * @param folder the folder that holds {@code saved_model.pb}
   * @return the predictor, which the caller closes
   * @throws ArtifactException if the folder is no SavedModel, or not one of this kind
   */
  @MustBeClosed
  public static Predictor read(Path folder) {
    return SavedModelReader.read(folder);
  }
}
