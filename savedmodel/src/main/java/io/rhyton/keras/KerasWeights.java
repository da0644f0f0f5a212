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
import org.jspecify.annotations.Nullable;

/**
 * Weights as {@code .weights.h5} files, which Keras 3.3 and newer load into a model of their own
 * with {@code model.load_weights(file)}; and from files of every form that Keras had.
 *
 * <p>Source: {@code keras/src/saving/saving_lib.py}, Keras 3.15.
 */
public final class KerasWeights {
  private static final String KIND = "Keras weights";
  private static final String ENDING = ".weights.h5";

  private KerasWeights() {}

  /**
   * Writes the weights and the optimizer's state as they are between two training steps. An old
   * file is replaced at once or stays.
   *
   * @param model whose weights
   * @param file where to; it ends in {@code .weights.h5}, missing parents are made
   * @throws ArtifactException if the file cannot be written
   */
  public static void write(Model model, Path file) {
    requireEnding(file);
    model.<@Nullable Void>inspect(
        values -> {
          write(WeightsFile.tree(ModelContent.of(model, values)), file);
          return null;
        });
  }

  /**
   * Writes weights alone.
   *
   * @param spec the model that they belong to, which says where each stands in the file
   * @param weights the weights
   * @param file where to; it ends in {@code .weights.h5}, missing parents are made
   * @throws ArtifactException if the file cannot be written
   * @throws io.rhyton.error.SpecException if a weight is missing or has another shape
   */
  public static void write(ModelSpec spec, Weights weights, Path file) {
    requireEnding(file);
    spec.requireFits(weights);
    write(WeightsFile.tree(new ModelContent(spec, null, weights::buffer, null)), file);
  }

  /**
   * Writes the weights of what was read, and the optimizer's state if there is one.
   *
   * @param model what to write
   * @param file where to; it ends in {@code .weights.h5}, missing parents are made
   * @throws ArtifactException if the file cannot be written, or the model has no weights
   */
  public static void write(KerasModel model, Path file) {
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
   *     of Keras 2 or 3, of a whole model or of weights alone
   * @throws ArtifactException if the file is damaged, or its weights belong to another model
   */
  public static Weights read(ModelSpec spec, Path file) {
    return WeightStore.read(new ConfigSource(KIND, file), spec, store -> store.weights(spec));
  }

  /**
   * Loads the weights of a file into a model, layer by layer in their order. The optimizer's state
   * is loaded too if the file has one that fits.
   *
   * @param model the model
   * @param file a file that {@link #read} reads
   * @return what was loaded
   * @throws ArtifactException if the file is damaged, or a layer does not fit; nothing is then
   *     loaded
   */
  @CanIgnoreReturnValue
  public static LoadedWeights load(Model model, Path file) {
    return load(model, file, WeightMatching.byPosition());
  }

  /**
   * Loads the weights of a file into a model, as far as they fit. The optimizer's state is loaded
   * too if the file has one that fits, the layers were matched by position, and none was skipped.
   *
   * @param model the model
   * @param file a file that {@link #read} reads
   * @param matching which layers belong together, and what becomes of those that do not fit
   * @return what was loaded, and what was skipped
   * @throws ArtifactException if the file is damaged, or a layer does not fit and is not to be
   *     skipped; nothing is then loaded
   */
  @CanIgnoreReturnValue
  public static LoadedWeights load(Model model, Path file, WeightMatching matching) {
    ConfigSource source = new ConfigSource(KIND, file);
    WeightLoading loading =
        WeightStore.read(source, model.spec(), store -> WeightLoading.read(store, model, matching));
    return loading.into(model);
  }
}
