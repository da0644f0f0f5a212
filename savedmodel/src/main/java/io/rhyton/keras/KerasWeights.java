package io.rhyton.keras;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFile;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.weights.ModelContent;
import io.rhyton.keras.weights.WeightStore;
import io.rhyton.keras.weights.WeightsFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes weights as {@code .weights.h5} files, which Keras 3.3 and newer load with {@code
 * model.load_weights(file)}, and reads them from files of every Keras format.
 *
 * <pre>{@code
 * KerasWeights.write(model, Path.of("model.weights.h5"));
 * KerasWeights.load(model, Path.of("model.weights.h5"));
 * }</pre>
 *
 * <p>Source: {@code keras/src/saving/saving_lib.py}, Keras 3.15.
 */
public final class KerasWeights {
  private static final String KIND = "Keras weights";
  private static final String ENDING = ".weights.h5";

  private KerasWeights() {}

  /**
   * Writes the current weights and optimizer state, between two training steps. An existing file is
   * replaced atomically.
   *
   * @param model the model whose weights are written
   * @param file the file to write, which must end in {@code .weights.h5}; missing parent folders
   *     are created
   * @throws ArtifactException if the file cannot be written
   */
  public static void write(Model model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    model.<@Nullable Void>inspect(
        values -> {
          write(WeightsFile.tree(ModelContent.of(model, values)), file);
          return null;
        });
  }

  /**
   * Writes weights without an optimizer state.
   *
   * @param spec the model that they belong to, which defines their paths in the file
   * @param weights the weights
   * @param file the file to write, which must end in {@code .weights.h5}; missing parent folders
   *     are created
   * @throws ArtifactException if the file cannot be written
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  public static void write(ModelSpec spec, Weights weights, Path file) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    spec.requireFits(weights);
    write(WeightsFile.tree(new ModelContent(spec, null, weights::buffer, null)), file);
  }

  /**
   * Writes the weights of a model that was read, and its optimizer state if there is one.
   *
   * @param model the model to write
   * @param file the file to write, which must end in {@code .weights.h5}; missing parent folders
   *     are created
   * @throws ArtifactException if the file cannot be written, or the model has no weights
   */
  public static void write(KerasModel model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    requireEnding(file);
    write(WeightsFile.tree(KerasFile.content(model)), file);
  }

  private static void write(Hdf5Group tree, Path file) {
    StagedFile.write(KIND, file, channel -> Hdf5Writer.write(tree, channel));
  }

  private static void requireEnding(Path file) {
    new ConfigSource(KIND, file).requireEnding(ENDING);
  }

  /**
   * Reads the weights of a model.
   *
   * @param spec the model that they belong to
   * @param file a {@code .weights.h5} or {@code .keras} file of any Keras 3, or an {@code .h5} file
   *     of Keras 2 or 3, of a whole model or only its weights
   * @throws ArtifactException if the file is damaged, or its weights belong to another model
   */
  public static Weights read(ModelSpec spec, Path file) {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(file, "file");
    return WeightStore.read(new ConfigSource(KIND, file), spec, store -> store.weights(spec));
  }

  /**
   * Loads the weights of a file into a model, layer by layer in order. The optimizer state is also
   * loaded if the file has one that matches.
   *
   * @param model the model
   * @param file a file that {@link #read} reads
   * @return what was loaded
   * @throws ArtifactException if the file is damaged, or a layer does not match; the model is then
   *     unchanged
   */
  @CanIgnoreReturnValue
  public static LoadedWeights load(Model model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    return load(model, file, WeightMatching.byPosition());
  }

  /**
   * Loads the weights of a file into a model, as far as they match. The optimizer state is also
   * loaded if the file has one that matches, the layers are matched by position, and none is
   * skipped.
   *
   * @param model the model
   * @param file a file that {@link #read} reads
   * @param matching how layers are matched, and how mismatches are handled
   * @return what was loaded, and what was skipped
   * @throws ArtifactException if the file is damaged, or a layer does not match and mismatches are
   *     not skipped; the model is then unchanged
   */
  @CanIgnoreReturnValue
  public static LoadedWeights load(Model model, Path file, WeightMatching matching) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(matching, "matching");
    ConfigSource source = new ConfigSource(KIND, file);
    WeightLoading loading =
        WeightStore.read(source, model.spec(), store -> WeightLoading.read(store, model, matching));
    return loading.into(model);
  }
}
