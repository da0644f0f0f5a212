package io.rhyton.keras;

import io.rhyton.error.Arguments;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of loading a weights file into a model.
 *
 * @param layers the names of the layers whose weights were replaced, in the model's order
 * @param skipped the layers whose weights were left unchanged, and why
 * @param optimizerState whether the optimizer state was also replaced
 */
public record LoadedWeights(
    List<String> layers, Map<String, String> skipped, boolean optimizerState) {

  public LoadedWeights {
    Arguments.requireNoNulls("skipped", skipped);
    layers = Arguments.copyOf("layers", layers);
    skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
  }
}
