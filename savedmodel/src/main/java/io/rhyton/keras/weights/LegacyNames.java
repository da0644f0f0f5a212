package io.rhyton.keras.weights;

import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Matches the datasets of a layer with its weights by name. Keras 2 names them {@code
 * dense/kernel:0}, Keras 3 {@code model/dense/kernel}, prefixed with all, some or none of the
 * models that enclose the layer. The names of inner layers come between layer and variable; some of
 * these layers have no name in Rhyton.
 */
final class LegacyNames {
  private static final int UNKNOWN = -1;
  private static final Pattern UNNAMED = Pattern.compile("[Vv]ariable(_\\d+)?");

  /**
   * The position of the layer in a name counts for more than the number of enclosing models found.
   */
  private static final int MOST_MODELS = 1 << 10;

  private final List<List<String>> names;
  private final List<Named> weights;

  /** The index of the weight of each dataset. */
  private final List<Integer> indices;

  /**
   * The parts of a weight's name: the enclosing models, the layer and its inner layers, and the
   * variable.
   */
  private record Named(List<String> models, List<String> layers, String variable, int leaf) {

    static Named of(LegacyPart leaf, WeightSpec weight) {
      List<String> parts = List.of(weight.name().split("/", -1));
      int last = parts.size() - 1;
      return new Named(
          parts.subList(0, leaf.depth()),
          parts.subList(leaf.depth(), last),
          parts.get(last),
          leaf.first());
    }

    /**
     * Whether the last part of a name is this variable. One variable has a different name in Keras
     * 2, and the gamma of LayerScale has none of its own.
     */
    boolean isVariable(List<String> name) {
      String last = name.get(name.size() - 1);
      return last.equals(variable)
          || (last.equals("depthwise_kernel") && variable.equals("kernel"))
          || (variable.equals("gamma") && UNNAMED.matcher(last).matches());
    }
  }

  /**
   * Matches names.
   *
   * @param datasets the names of the datasets, in the order of the file
   * @param layer the layer that they belong to, which has the same number of weights
   */
  LegacyNames(List<String> datasets, LegacyPart layer) {
    names =
        datasets.stream()
            .map(name -> List.of(name.replaceFirst(":\\d+$", "").split("/", -1)))
            .toList();
    weights =
        layer
            .leaves()
            .flatMap(leaf -> leaf.weights().stream().map(weight -> Named.of(leaf, weight)))
            .toList();
    indices = new ArrayList<>();
    names.forEach(name -> indices.add(UNKNOWN));
    // Each match leaves fewer candidates for names that are still ambiguous.
    boolean found = true;
    while (found) {
      found = findMore();
    }
  }

  private boolean findMore() {
    Set<Integer> taken = new HashSet<>(indices);
    Map<Integer, Integer> found = new HashMap<>();
    Set<Integer> twice = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      int index = indices.get(i) == UNKNOWN ? best(names.get(i), taken) : UNKNOWN;
      if (index != UNKNOWN && found.put(index, i) != null) {
        twice.add(index);
      }
    }
    found.keySet().removeAll(twice);
    found.forEach((index, i) -> indices.set(i, index));
    return !found.isEmpty();
  }

  /** The index of the weight with the most similar name; unknown if there is none, or a tie. */
  private int best(List<String> name, Set<Integer> taken) {
    int best = UNKNOWN;
    int most = UNKNOWN;
    for (int index = 0; index < weights.size(); index++) {
      int nearness = taken.contains(index) ? UNKNOWN : nearness(name, weights.get(index));
      if (nearness > most) {
        best = index;
        most = nearness;
      } else if (nearness == most) {
        best = UNKNOWN;
      }
    }
    return best;
  }

  private static int nearness(List<String> name, Named weight) {
    if (!weight.isVariable(name)) {
      return UNKNOWN;
    }
    int at = last(name, name.size() - 1, weight.layers);
    if (at == UNKNOWN && weight.layers.size() > 1) {
      // Keras 3 omits a Bidirectional layer that it has loaded from a file.
      at = last(name, name.size() - 1, weight.layers.subList(1, weight.layers.size()));
    }
    if (at == UNKNOWN) {
      return UNKNOWN;
    }
    int models = 0;
    int before = at;
    for (int i = weight.models.size() - 1; i >= 0; i--) {
      int model = last(name, before, weight.models.subList(i, i + 1));
      if (model != UNKNOWN) {
        models++;
        before = model;
      }
    }
    return at * MOST_MODELS + models;
  }

  /**
   * The index in a name at which the last occurrence of the given parts, in this order and before
   * an end, begins.
   */
  private static int last(List<String> name, int end, List<String> parts) {
    int at = end;
    for (int i = parts.size() - 1; i >= 0; i--) {
      at = name.subList(0, at).lastIndexOf(parts.get(i));
      if (at == UNKNOWN) {
        return UNKNOWN;
      }
    }
    return at;
  }

  /**
   * The indices of the weights in the order of the file; empty if the names do not determine all of
   * them.
   */
  Optional<List<Integer>> order() {
    return indices.contains(UNKNOWN) ? Optional.empty() : Optional.of(List.copyOf(indices));
  }

  /** Whether no name contradicts an order. */
  boolean agreeWith(List<Integer> order) {
    Map<List<String>, Integer> leaves = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      List<String> name = names.get(i);
      Named weight = weights.get(order.get(i));
      boolean isOther = indices.get(i) != UNKNOWN && !indices.get(i).equals(order.get(i));
      boolean isOtherVariable =
          !weight.isVariable(name) && weights.stream().anyMatch(other -> other.isVariable(name));
      @Nullable Integer leaf = leaves.put(name.subList(0, name.size() - 1), weight.leaf);
      if (isOther || isOtherVariable || (leaf != null && leaf != weight.leaf)) {
        return false;
      }
    }
    return true;
  }
}
