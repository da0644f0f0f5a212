package io.rhyton.model.optimizer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A slot variable that an optimizer keeps for every trainable weight, with the shape of the weight.
 *
 * @param name the name of the slot in Keras
 * @param initial the initial value of every element
 */
public record SlotKind(String name, float initial) {

  public SlotKind {
    Objects.requireNonNull(name, "name");
  }

  /** Returns a group of slots that start at 0. */
  static List<SlotKind> zeros(String... names) {
    return Stream.of(names).map(name -> new SlotKind(name, 0)).toList();
  }

  /** Returns the slots of Adam and its variants. */
  static List<List<SlotKind>> moments(boolean amsgrad) {
    List<SlotKind> both = zeros(OptimizerSlot.MOMENTUM, OptimizerSlot.VELOCITY);
    return amsgrad ? List.of(both, zeros(OptimizerSlot.VELOCITY_HAT)) : List.of(both);
  }
}
