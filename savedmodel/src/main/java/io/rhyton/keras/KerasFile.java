package io.rhyton.keras;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFile;
import io.rhyton.error.Arguments;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.keras.weights.KerasArchive;
import io.rhyton.keras.weights.ModelContent;
import io.rhyton.keras.weights.WeightsFile;
import io.rhyton.model.LayerCall;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Models as {@code .keras} files, which Keras 3.3 and newer read and write: architecture, weights,
 * compile configuration, and the optimizer with its state. Files of older formats are read, too.
 *
 * <p>In Python, {@code keras.models.load_model(file)} returns a compiled model whose next training
 * step is the one that {@link Model} would have run. Where Keras itself changed, this holds from
 * the version that made the change: 3.5 for accumulated gradients; 3.10 for the state of {@code
 * Nadam}, and for moving averages together with accumulated gradients, which older versions open
 * only with {@code compile=False}; 3.14 for activity regularization.
 *
 * <p>A file cannot keep {@link io.rhyton.model.Node#inInferenceMode()}: Keras 3 ignores {@code
 * training=False} of a call in {@code fit}, and so does {@link #read}. Writing such a model logs a
 * warning.
 *
 * <p>Source: {@code keras/src/saving/saving_lib.py}, Keras 3.15.
 */
public final class KerasFile {
  public static final String KIND = "Keras file";

  private static final Logger LOGGER = System.getLogger(KerasFile.class.getName());

  private KerasFile() {}

  /**
   * Writes the current state of a model, between two training steps. An existing file is replaced
   * atomically.
   *
   * @param model the model to write
   * @param file the file to write, which must end in {@code .keras}; missing parent folders are
   *     created
   * @throws ArtifactException if the file cannot be written
   */
  public static void write(Model model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    model.<@Nullable Void>inspect(
        values -> {
          write(ModelContent.of(model, values), file);
          return null;
        });
  }

  /**
   * Writes a model that is not compiled.
   *
   * @param spec the model
   * @param weights its weights
   * @param file the file to write, which must end in {@code .keras}; missing parent folders are
   *     created
   * @throws ArtifactException if the file cannot be written
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  public static void write(ModelSpec spec, Weights weights, Path file) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    spec.requireFits(weights);
    write(new ModelContent(spec, null, weights::buffer, null), file);
  }

  /**
   * Writes a model that was read, for instance from a file of another format.
   *
   * @param model the model to write
   * @param file the file to write, which must end in {@code .keras}; missing parent folders are
   *     created
   * @throws ArtifactException if the file cannot be written, or the model has no weights
   */
  public static void write(KerasModel model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    write(content(model), file);
  }

  static ModelContent content(KerasModel model) {
    Weights weights = model.requireWeights();
    @Nullable CompileSpec compile = model.compileSpec().orElse(null);
    @Nullable OptimizerState state = model.optimizerState().orElse(null);
    return new ModelContent(
        model.spec(),
        compile,
        weights::buffer,
        state == null ? null : ModelContent.OptimizerContent.of(state));
  }

  private static void write(ModelContent content, Path file) {
    List<String> inInferenceMode = inInferenceMode(content.spec()).toList();
    if (!inInferenceMode.isEmpty()) {
      LOGGER.log(
          Level.WARNING,
          "Keras 3 ignores training=False of a call: loaded from "
              + file
              + ", these layers follow the model into training: "
              + inInferenceMode);
    }
    byte[] config = ConfigWriter.write(content.spec(), content.compileSpec());
    String version = content.oldestVersion();
    StagedFile.write(
        KIND,
        file,
        channel -> KerasArchive.write(channel, version, config, WeightsFile.tree(content)));
  }

  private static Stream<String> inInferenceMode(ModelSpec model) {
    return model.layers().stream()
        .flatMap(
            layer ->
                layer.calls().stream().anyMatch(LayerCall::inferenceMode)
                    ? Stream.of(layer.name())
                    : layer.layer() instanceof NestedModel<?> nested
                        ? inInferenceMode(nested.model())
                        : Stream.empty());
  }

  private static void requireEnding(Path file) {
    new ConfigSource(KIND, file).requireEnding(".keras");
  }

  /**
   * Reads a model from a file of any Keras format. The format is detected from the content, not
   * from the file name:
   *
   * <ul>
   *   <li>a {@code .keras} file of Keras 3, or of Keras 2.12 and newer,
   *   <li>an {@code .h5} file of a whole model, from Keras 2 or 3,
   *   <li>a SavedModel folder written by {@code model.save} of Keras 2,
   *   <li>a configuration as JSON text, {@code config.json} or {@code model.to_json()}; the model
   *       then has no weights.
   * </ul>
   *
   * @param file the file or folder
   * @return the model, with everything that the file contains
   * @throws ArtifactException if the file is damaged or does not contain a whole model, or contains
   *     unsupported layers or options; all of them are listed
   */
  public static KerasModel read(Path file) {
    Objects.requireNonNull(file, "file");
    return KerasFileReader.read(file, List.of());
  }

  /**
   * Reads a model from a file of any Keras format, and sets the size of inputs that accept any
   * size: for layers that need a known size, such as {@code LSTM}, or for faster steps.
   *
   * <pre>{@code
   * KerasModel model = KerasFile.read(file, Shape.of(120, 64));    // 120 timesteps
   * }</pre>
   *
   * @param file the file or folder
   * @param inputShapes the shape of a sample of each input, without the batch
   * @return the model, with everything that the file contains
   * @throws ArtifactException as for {@link #read(Path)}, or if a shape does not fit its input
   */
  public static KerasModel read(Path file, Shape... inputShapes) {
    Arguments.requireNoNulls("inputShapes", inputShapes);
    Objects.requireNonNull(file, "file");
    return KerasFileReader.read(file, List.of(inputShapes));
  }
}
