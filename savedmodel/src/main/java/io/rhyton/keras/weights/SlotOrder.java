package io.rhyton.keras.weights;

import io.rhyton.model.optimizer.OptimizerSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The order in which Keras numbers the variables of an optimizer in weights files. The two orders
 * differ for {@code Nadam}, and for moving averages combined with gradient accumulation; a file has
 * only one of them. Source: {@code build} in {@code keras/src/optimizers}, Keras 3.9 and 3.15.
 */
public enum SlotOrder {
  /** Since Keras 3.10: by kind of slot variable; the optimizer's own scalar comes last. */
  BY_KIND {
    @Override
    List<OptimizerSlot> of(List<OptimizerSlot> slots) {
      return slots;
    }
  },

  /**
   * Before Keras 3.10: the moving average and the accumulated gradient of each weight, the
   * optimizer's own scalar, and then the other slot variables.
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
   * Returns slot variables in this order.
   *
   * @param slots all slot variables of an optimizer, as {@link OptimizerSlot#of} lists them
   */
  abstract List<OptimizerSlot> of(List<OptimizerSlot> slots);

  /**
   * Returns both orders, the more likely one first.
   *
   * @param version the version of Keras according to a file; empty if it does not name one
   */
  static List<SlotOrder> likelyFirst(String version) {
    return BEFORE_3_10.matcher(version).matches()
        ? List.of(BY_WEIGHT, BY_KIND)
        : List.of(BY_KIND, BY_WEIGHT);
  }

  /** Returns whether both orders are the same for an optimizer. */
  public static boolean areOne(List<OptimizerSlot> slots) {
    return BY_WEIGHT.of(slots).equals(slots);
  }
}
