package io.rhyton.keras.weights;

import io.rhyton.model.weight.WeightSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The orders in which Keras may list the weights of a layer in a legacy file: trainable weights
 * come first. For a nested model, that depends on which of its layers were trainable when the file
 * was written. An order is a list of indices of the weights of the layer. Source: {@code
 * _legacy_weights} in {@code keras/src/legacy/saving/legacy_h5_format.py}, Keras 3.15; {@code
 * trainable_weights} in {@code keras/src/layers/layer.py}, Keras 3.15, and in {@code
 * tf_keras/src/engine}, tf_keras 2.21.
 */
final class LegacyOrder {
  private final LegacyPart layer;
  private final Set<String> learnable;
  private final boolean isOfFile;

  /**
   * Creates the orders of a layer.
   *
   * @param learnable the names of the weights that are trainable if nothing is frozen
   * @param isOfFile whether the model comes from the file itself, which then determines the frozen
   *     layers
   */
  LegacyOrder(LegacyPart layer, Set<String> learnable, boolean isOfFile) {
    this.layer = layer;
    this.learnable = learnable;
    this.isOfFile = isOfFile;
  }

  /** The orders to expect if the names do not determine one. */
  Set<List<Integer>> expected() {
    Set<List<Integer>> orders = new LinkedHashSet<>();
    orders.add(first(this::isTrainable));
    // The order of a frozen model, even if Keras 3 has made some of its layers trainable again.
    orders.add(first(index -> false));
    if (!isOfFile) {
      orders.add(first(this::isLearnable));
    }
    return orders;
  }

  private List<Integer> first(IntPredicate isFirst) {
    IntStream indices = IntStream.range(0, layer.end());
    IntStream others = IntStream.range(0, layer.end()).filter(index -> !isFirst.test(index));
    return IntStream.concat(indices.filter(isFirst), others).boxed().toList();
  }

  private boolean isTrainable(int index) {
    return layer.weights().get(index).trainable();
  }

  private boolean isLearnable(int index) {
    return learnable.contains(layer.weights().get(index).name());
  }

  /**
   * Whether some version of Keras writes the weights in this order, for any possible set of frozen
   * layers.
   */
  boolean isPossible(List<Integer> order) {
    return order.equals(first(index -> false)) || isPossible(layer, List.of(), order);
  }

  private boolean isPossible(LegacyPart part, List<Integer> learning, List<Integer> others) {
    if (part.parts().isEmpty()) {
      return isPossibleLayer(part, learning, others);
    } else if (!learning.isEmpty()) {
      return isPossibleModel(part, learning, others);
    }
    // For a frozen model, Keras 2 lists first what would be trainable if it were not frozen.
    int cut = (int) others.stream().takeWhile(this::isLearnable).count();
    while (cut >= 0) {
      if (isPossibleModel(part, others.subList(0, cut), others.subList(cut, others.size()))) {
        return true;
      }
      cut--;
    }
    return false;
  }

  private boolean isPossibleLayer(LegacyPart part, List<Integer> learning, List<Integer> others) {
    List<Integer> indices = IntStream.range(part.first(), part.end()).boxed().toList();
    boolean mayBeFrozen = !isOfFile || part.weights().stream().noneMatch(WeightSpec::trainable);
    return (learning.equals(indices.stream().filter(this::isLearnable).toList())
            && others.equals(indices.stream().filter(index -> !isLearnable(index)).toList()))
        || (mayBeFrozen && learning.isEmpty() && others.equals(indices));
  }

  /**
   * Whether the weights of each layer, one layer after another, come next in the rest of both
   * lists.
   */
  private boolean isPossibleModel(LegacyPart part, List<Integer> learning, List<Integer> others) {
    List<Integer> restLearning = learning;
    List<Integer> restOthers = others;
    for (LegacyPart inside : part.parts()) {
      int own = head(inside, restLearning);
      int ownOthers = head(inside, restOthers);
      if (!isPossible(inside, restLearning.subList(0, own), restOthers.subList(0, ownOthers))) {
        return false;
      }
      restLearning = restLearning.subList(own, restLearning.size());
      restOthers = restOthers.subList(ownOthers, restOthers.size());
    }
    return restLearning.isEmpty() && restOthers.isEmpty();
  }

  private static int head(LegacyPart part, List<Integer> indices) {
    return (int)
        indices.stream().takeWhile(index -> index >= part.first() && index < part.end()).count();
  }
}
