package io.rhyton.keras.weights;

import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer whose weights a legacy file lists, or, if that is a nested model, one of its layers.
 *
 * @param depth the number of names before its own in the names of its weights
 * @param first the index of its first weight among the weights of the outermost layer
 * @param weights its weights by canonical name, layer by layer
 * @param parts its layers that have weights if it is a model; otherwise empty
 */
record LegacyPart(int depth, int first, List<WeightSpec> weights, List<LegacyPart> parts) {

  /** Creates a part from a layer of the outermost model. */
  static LegacyPart of(ResolvedLayer layer) {
    return of(layer, 0, 0, layer.weights());
  }

  private static LegacyPart of(
      ResolvedLayer layer, int depth, int first, List<WeightSpec> weights) {
    List<LegacyPart> parts = new ArrayList<>();
    if (layer.layer() instanceof NestedModel<?> nested) {
      int start = 0;
      for (ResolvedLayer inside : nested.model().resolve().layers()) {
        int end = start + inside.weights().size();
        if (end > start) {
          parts.add(of(inside, depth + 1, first + start, weights.subList(start, end)));
        }
        start = end;
      }
    }
    return new LegacyPart(depth, first, weights, parts);
  }

  /** The index after its last weight. */
  int end() {
    return first + weights.size();
  }

  /** The layers that are not models. */
  Stream<LegacyPart> leaves() {
    return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(LegacyPart::leaves);
  }
}
