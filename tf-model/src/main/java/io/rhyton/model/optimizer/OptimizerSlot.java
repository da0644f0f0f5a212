package io.rhyton.model.optimizer;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A variable that an optimizer keeps: one beside a trainable weight, of the weight's shape, or a
 * number of its own.
 *
 * @param weight the weight; null for a number of its own
 * @param slot what it is, in Keras's words
 * @param initial the value that all of it starts with
 */
public record OptimizerSlot(@Nullable WeightSpec weight, String slot, float initial) {
  public static final String ACCUMULATED_DELTA_VAR = "accumulated_delta_var";
  public static final String ACCUMULATED_GRAD = "accumulated_grad";
  public static final String ACCUMULATOR = "accumulator";
  public static final String AVERAGE = "average";
  public static final String AVERAGE_GRADIENT = "average_gradient";
  public static final String GRADIENT_ACCUMULATOR = "gradient_accumulator";
  public static final String LINEAR = "linear";
  public static final String MOMENTUM = "momentum";
  public static final String NORM = "norm";
  public static final String PRODUCT = "u_product";
  public static final String VELOCITY = "velocity";
  public static final String VELOCITY_HAT = "velocity_hat";

  private static final String OWN = "optimizer";

  /**
   * All that an optimizer keeps of a model, in Keras's order: averages of all weights, sums of all
   * gradients, and then group by group what the optimizer itself needs.
   */
  public static List<OptimizerSlot> of(ResolvedModel model, Optimizer optimizer) {
    List<WeightSpec> trainable = model.weights().stream().filter(WeightSpec::trainable).toList();
    OptimizerOptions options = optimizer.options();
    List<OptimizerSlot> slots = new ArrayList<>();
    if (options.useEma()) {
      add(slots, trainable, List.of(new SlotGroups.Kind(AVERAGE, 0)));
    }
    if (options.gradientAccumulationSteps() != null) {
      add(slots, trainable, List.of(new SlotGroups.Kind(GRADIENT_ACCUMULATOR, 0)));
    }
    optimizer.accept(new SlotGroups()).forEach(group -> add(slots, trainable, group));
    if (optimizer instanceof Nadam) {
      slots.add(new OptimizerSlot(null, PRODUCT, 1));
    }
    return slots;
  }

  private static void add(
      List<OptimizerSlot> slots, List<WeightSpec> weights, List<SlotGroups.Kind> group) {
    for (WeightSpec weight : weights) {
      group.forEach(kind -> slots.add(new OptimizerSlot(weight, kind.slot(), kind.initial())));
    }
  }

  /** The canonical name of a variable beside a weight. */
  public static String name(String weight, String slot) {
    return weight + "/" + slot;
  }

  /** The canonical name of a number of the optimizer's own. */
  public static String name(String slot) {
    return name(OWN, slot);
  }

  /** Its canonical name, {@code <weight>/<slot>} or {@code optimizer/<slot>}. */
  public String name() {
    return weight == null ? name(slot) : name(weight.name(), slot);
  }

  /** Whether any optimizer may keep it, by an option that all have. */
  public boolean isCommon() {
    return slot.equals(AVERAGE) || slot.equals(GRADIENT_ACCUMULATOR);
  }

  /** Its shape. */
  public Shape shape() {
    return weight == null ? Shape.scalar() : weight.shape();
  }
}
