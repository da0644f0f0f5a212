package io.rhyton.keras.weights;

import io.rhyton.error.MessageText;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Reads the weights layer by layer, after checking that they match. */
public final class LayerValues {
  private static final String FIX =
      "The weights belong to another model; use WeightMatching to load those that match.";

  private final ConfigSource source;
  private final Hdf5File file;

  LayerValues(ConfigSource source, Hdf5File file) {
    this.source = source;
    this.file = file;
  }

  /**
   * Checks that a layer matches.
   *
   * @throws io.rhyton.artifact.ArtifactException if it does not
   */
  public void require(LayerMatch match) {
    LayerMismatch mismatch = mismatch(match);
    if (mismatch != null) {
      throw source.mismatch(mismatch.expected(), mismatch.received(), FIX);
    }
  }

  /** Returns the mismatch of a layer; null if it matches. */
  public @Nullable LayerMismatch mismatch(LayerMatch match) {
    String count = match.weights().size() + " weights of layer " + MessageText.name(match.layer());
    if (match.path() == null) {
      return new LayerMismatch(count, "no layer of that name");
    }
    if (match.datasets().size() != match.weights().size()) {
      return new LayerMismatch(
          count + " in " + MessageText.line(match.path()), count(match.datasets()));
    }
    for (int i = 0; i < match.datasets().size(); i++) {
      LayerMismatch mismatch = mismatch(match.weights().get(i), match.datasets().get(i));
      if (mismatch != null) {
        return mismatch;
      }
    }
    return null;
  }

  /**
   * The weights of layers inside others do not say in the configuration that they are quantized.
   */
  private String count(List<String> datasets) {
    boolean isQuantized = datasets.stream().anyMatch(file::isInteger);
    return datasets.size() + (isQuantized ? ", some of them integers of a quantized layer" : "");
  }

  private @Nullable LayerMismatch mismatch(WeightSpec weight, String dataset) {
    @Nullable Shape shape = file.isDataset(dataset) ? file.shape(dataset) : null;
    if (shape != null && shape.equals(weight.shape())) {
      return null;
    }
    return new LayerMismatch(
        "weight "
            + MessageText.name(weight.name())
            + " in "
            + MessageText.line(dataset)
            + " of shape "
            + ShapeText.of(weight.shape()),
        shape == null ? "none" : ShapeText.of(shape));
  }

  /** Reads a matching layer into a map by canonical name. */
  public void read(LayerMatch match, Map<String, float[]> values) {
    for (int i = 0; i < match.datasets().size(); i++) {
      values.put(match.weights().get(i).name(), file.floats(match.datasets().get(i)));
    }
  }
}
