package io.rhyton.keras.weights;

import io.rhyton.error.MessageText;
import io.rhyton.keras.json.ConfigSource;
import java.util.List;
import java.util.Set;

/** Checks the names of layers that are matched by position. */
final class LayerOrderCheck {
  private LayerOrderCheck() {}

  /**
   * Checks that layers with the same names are in the same order. If any name differs, the names
   * are those of another model and are not compared.
   *
   * @param layers the names of the layers of a model
   * @param stored the names of the layers of a file, in the same positions
   * @throws io.rhyton.artifact.ArtifactException if the same names are in a different order
   */
  static void require(ConfigSource source, List<String> layers, List<String> stored) {
    if (layers.equals(stored)
        || layers.size() != stored.size()
        || !Set.copyOf(layers).equals(Set.copyOf(stored))) {
      return;
    }
    int first = 0;
    while (layers.get(first).equals(stored.get(first))) {
      first++;
    }
    throw source.mismatch(
        "layer " + MessageText.name(layers.get(first)) + " after " + first + " others with weights",
        MessageText.name(stored.get(first)),
        "The same layers are in another order: match them by name.");
  }
}
