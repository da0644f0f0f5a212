package io.rhyton.keras;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was loaded into a model from a weights file.
 *
 * @param layers the names of the layers whose weights were replaced, in the model's order
 * @param skipped the layers that kept the weights that they had, and why
 * @param optimizerState whether the optimizer's state was replaced too
 */
public record LoadedWeights(
    List<String> layers, Map<String, String> skipped, boolean optimizerState) {

  /** Copies the collections. */
  public LoadedWeights {
    layers = List.copyOf(layers);
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
  }
}
