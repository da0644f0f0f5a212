package io.rhyton.training;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightCheck;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** The weights that a model shares with a part of it. */
final class WeightsOfPart {
  private WeightsOfPart() {}

  /**
   * Selects the weights of a part, under their names in a model.
   *
   * @param prefix the prefix of their names in the model
   * @param part the part
   * @param weights the weights of the part; may contain others
   * @param model the model
   * @throws SpecException if one is missing or has another shape, among the weights or in the model
   */
  static Weights under(String prefix, ModelSpec part, Weights weights, ModelSpec model) {
    Map<String, Shape> shapes =
        model.resolve().weights().stream()
            .collect(Collectors.toMap(WeightSpec::name, WeightSpec::shape));
    Weights.Builder renamed = Weights.builder();
    for (WeightSpec weight : part.resolve().weights()) {
      WeightCheck.WEIGHTS.require(weights, weight.name(), weight.shape());
      String name = prefix + weight.name();
      requireSame(name, weight.shape(), shapes.get(name));
      renamed.add(name, weight.shape(), weights.values(weight.name()));
    }
    return renamed.build();
  }

  private static void requireSame(String name, Shape shape, @Nullable Shape inModel) {
    if (!shape.equals(inModel)) {
      throw new SpecException(
          "Weight " + MessageText.name(name),
          "shape " + ShapeText.of(shape) + " in the model, too",
          inModel == null ? "no weight of that name" : ShapeText.of(inModel),
          "Build the model on this part, or pass the part that both have in common.");
    }
  }
}
