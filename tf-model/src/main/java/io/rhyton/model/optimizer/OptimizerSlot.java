package io.rhyton.model.optimizer;

import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A slot variable of an optimizer: one per trainable weight, with the shape of the weight, or a
 * scalar of the optimizer itself.
 *
 * @param weight the weight; null for a scalar of the optimizer
 * @param slot the name of the slot in Keras
 * @param initial the initial value of every element
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

  public OptimizerSlot {
    Objects.requireNonNull(slot, "slot");
  }

  /**
   * Returns all slot variables of an optimizer for a model, in Keras's order: the moving averages
   * of all weights, the accumulators of all gradients, and then the optimizer's own slots group by
   * group.
   */
  public static List<OptimizerSlot> of(ResolvedModel model, Optimizer optimizer) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(optimizer, "optimizer");
    List<WeightSpec> trainable = model.weights().stream().filter(WeightSpec::trainable).toList();
    OptimizerOptions options = optimizer.options();
    List<OptimizerSlot> slots = new ArrayList<>();
    if (options.useEma()) {
      add(slots, trainable, SlotKind.zeros(AVERAGE));
    }
    if (options.gradientAccumulationSteps() != null) {
      add(slots, trainable, SlotKind.zeros(GRADIENT_ACCUMULATOR));
    }
    optimizer.slots().forEach(group -> add(slots, trainable, group));
    if (optimizer instanceof Nadam) {
      slots.add(new OptimizerSlot(null, PRODUCT, 1));
    }
    return slots;
  }

  private static void add(
      List<OptimizerSlot> slots, List<WeightSpec> weights, List<SlotKind> group) {
    for (WeightSpec weight : weights) {
      group.forEach(kind -> slots.add(new OptimizerSlot(weight, kind.name(), kind.initial())));
    }
  }

  /** The canonical name of a slot variable of a weight. */
  public static String name(String weight, String slot) {
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(slot, "slot");
    return weight + "/" + slot;
  }

  /** The canonical name of a scalar of the optimizer. */
  public static String name(String slot) {
    Objects.requireNonNull(slot, "slot");
    return name(OWN, slot);
  }

  /** Returns the canonical name, {@code <weight>/<slot>} or {@code optimizer/<slot>}. */
  public String name() {
    return weight == null ? name(slot) : name(weight.name(), slot);
  }

  /** Returns whether the slot belongs to an option that all optimizers have. */
  public boolean isCommon() {
    return slot.equals(AVERAGE) || slot.equals(GRADIENT_ACCUMULATOR);
  }

  /** Returns the shape. */
  public Shape shape() {
    return weight == null ? Shape.scalar() : weight.shape();
  }
}
