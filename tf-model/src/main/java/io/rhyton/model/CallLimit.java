package io.rhyton.model;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.NestedModel;
import java.util.List;

/**
 * Bounds how many calls of layers a model has, those within nested models included. A file of a few
 * kilobytes could otherwise ask for a graph of any size: models that call the next one twice double
 * their number at each level.
 */
final class CallLimit {
  private static final String PROPERTY = "io.rhyton.maxLayerCalls";
  private static final int DEFAULT = 100_000;

  private CallLimit() {}

  static void require(String model, List<LayerSpec> layers) {
    int most = Integer.getInteger(PROPERTY, DEFAULT);
    double calls = calls(layers);
    if (calls > most) {
      throw new SpecException(
          "Model '" + model + "'",
          "at most " + most + " calls of layers, with those of nested models",
          String.format("%.0f", calls),
          "Call nested models less often, or set the system property " + PROPERTY + ".");
    }
  }

  /** A double, as the number may be astronomical. */
  private static double calls(List<LayerSpec> layers) {
    return layers.stream()
        .mapToDouble(
            layer ->
                layer.calls().size()
                    * (layer.layer() instanceof NestedModel<?> nested
                        ? calls(nested.model().layers())
                        : 1))
        .sum();
  }
}
