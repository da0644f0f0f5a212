package io.rhyton.keras.weights;

import io.rhyton.model.optimizer.OptimizerSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How Keras numbers the variables of an optimizer in its weights files. The two ways differ for
 * {@code Nadam}, and where moving averages are kept and gradients accumulated; no file can hold
 * both. Source: {@code build} in {@code keras/src/optimizers}, Keras 3.9 and 3.15.
 */
public enum SlotOrder {
  /** Since Keras 3.10: kind by kind, and a number of the optimizer's own last. */
  BY_KIND {
    @Override
    List<OptimizerSlot> of(List<OptimizerSlot> slots) {
      return slots;
    }
  },

  /**
   * Before it: the average and the sum of the gradients of each weight, the optimizer's number, and
   * then what it keeps of the weights.
   */
  BY_WEIGHT {
    @Override
    List<OptimizerSlot> of(List<OptimizerSlot> slots) {
      Map<String, List<OptimizerSlot>> common = new LinkedHashMap<>();
      List<OptimizerSlot> numbers = new ArrayList<>();
      List<OptimizerSlot> others = new ArrayList<>();
      for (OptimizerSlot slot : slots) {
        if (slot.weight() == null) {
          numbers.add(slot);
        } else if (slot.isCommon()) {
          common.computeIfAbsent(slot.weight().name(), name -> new ArrayList<>()).add(slot);
        } else {
          others.add(slot);
        }
      }
      List<OptimizerSlot> order = new ArrayList<>();
      common.values().forEach(order::addAll);
      order.addAll(numbers);
      order.addAll(others);
      return order;
    }
  };

  private static final Pattern BEFORE_3_10 = Pattern.compile("3\\.\\d(\\D.*)?");

  /**
   * Slots in this order.
   *
   * @param slots all that an optimizer keeps, as {@link OptimizerSlot#of} lists them
   */
  abstract List<OptimizerSlot> of(List<OptimizerSlot> slots);

  /**
   * Both, first the one that is to be expected.
   *
   * @param version the version of Keras that a file names; empty if it names none
   */
  static List<SlotOrder> likelyFirst(String version) {
    return BEFORE_3_10.matcher(version).matches()
        ? List.of(BY_WEIGHT, BY_KIND)
        : List.of(BY_KIND, BY_WEIGHT);
  }

  /** Whether both number an optimizer's variables alike. */
  public static boolean areOne(List<OptimizerSlot> slots) {
    return BY_WEIGHT.of(slots).equals(slots);
  }
}
