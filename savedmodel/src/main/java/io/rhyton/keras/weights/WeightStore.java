package io.rhyton.keras.weights;

import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The weights of an open file, layer by layer. */
public sealed interface WeightStore permits LegacyWeights, WeightsFile {
  /** For weight, momentum and velocity, with room for the slot variables of future optimizers. */
  long MOST_VALUES_A_PARAMETER = 8;

  /** The version of a file that contains only weights. */
  String NO_VERSION = "";

  /** Allowance for the structure of the file, and for values that do not belong to any weight. */
  long MOST_BYTES_AROUND = 64 << 20;

  /** Matches all layers of a model that have weights with layers of the file. */
  List<LayerMatch> match(ModelSpec spec, boolean byName);

  /** Returns the optimizer state; null if the file has none, or that of another optimizer. */
  @Nullable OptimizerState optimizerState(ModelSpec spec, Optimizer optimizer);

  /** Returns the reader of the layers' values. */
  LayerValues values();

  /**
   * Reads the values of every weight of a model.
   *
   * @throws io.rhyton.artifact.ArtifactException if one is missing or has another shape
   */
  default Weights weights(ModelSpec spec) {
    LayerValues layers = values();
    Map<String, float[]> values = new HashMap<>();
    for (LayerMatch match : match(spec, false)) {
      layers.require(match);
      layers.read(match, values);
    }
    return inOrder(spec, values);
  }

  /**
   * Returns weights in the order of a model, which can differ from that of the file.
   *
   * @param values the values by name; emptied by this call
   */
  static Weights inOrder(ModelSpec spec, Map<String, float[]> values) {
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : spec.resolve().weights()) {
      // Removed, so that a large model is never on the heap twice.
      float @Nullable [] value = values.remove(weight.name());
      if (value != null) {
        weights.add(weight.name(), weight.shape(), value);
      }
    }
    return weights.build();
  }

  /**
   * Opens a file of any format.
   *
   * @param spec the model that the weights are for
   * @param reading reads the open file
   * @throws io.rhyton.artifact.ArtifactException if the file is damaged, or contains no weights
   */
  static <T> T read(ConfigSource source, ModelSpec spec, Function<WeightStore, T> reading) {
    return switch (KerasFormat.of(source)) {
      case ARCHIVE -> archive(source, spec, reading);
      case HDF5 -> hdf5(source, reading);
      case CONFIG ->
          throw source.mismatch(
              "a file with weights", "only a configuration", "Pass the file with the weights.");
      case SAVED_MODEL ->
          throw source.mismatch(
              "a file with weights", "a SavedModel", "Read it with KerasFile.read.");
    };
  }

  private static <T> T archive(
      ConfigSource source, ModelSpec spec, Function<WeightStore, T> reading) {
    try (KerasArchive archive = KerasArchive.open(source)) {
      String version = archive.kerasVersion();
      return archive.weights(
          mostBytes(spec), file -> reading.apply(new WeightsFile(source, file, version)));
    } catch (IOException e) {
      throw KerasFormat.unreadable(source, e);
    }
  }

  private static <T> T hdf5(ConfigSource source, Function<WeightStore, T> reading) {
    try (Hdf5File file = Hdf5File.open(source.kind(), source.path(), source.path())) {
      return reading.apply(
          LegacyWeights.existIn(file)
              ? LegacyWeights.of(source, file)
              : new WeightsFile(source, file, NO_VERSION));
    }
  }

  /** Returns the most bytes that a file of a model's weights can need. */
  static long mostBytes(ModelSpec spec) {
    double parameters = spec.resolve().weights().stream().mapToDouble(WeightSpec::size).sum();
    return (long) (parameters * Float.BYTES * MOST_VALUES_A_PARAMETER + MOST_BYTES_AROUND);
  }
}
