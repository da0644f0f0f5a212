package io.rhyton.graph.optimizer;

import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.graph.layer.Gradient;
import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Loss scaling, which keeps small gradients from underflowing to 0. The scale is the optimizer's
 * own, or in float16 a dynamic one that grows as long as all gradients are finite; if one is not,
 * it shrinks and the step is skipped.
 *
 * <p>Source: {@code keras/src/optimizers/loss_scale_optimizer.py}, Keras 3.15.
 */
public final class LossScale {
  /** The initial dynamic scale. */
  public static final float INITIAL = 32_768;

  /** The number of consecutive finite steps after which the scale doubles. */
  public static final int GROWTH_STEPS = 2000;

  private static final OptimizerSlot STEPS = new OptimizerSlot(null, "step_counter", 0);
  private static final OptimizerSlot SCALE = new OptimizerSlot(null, "dynamic_scale", INITIAL);

  private final Ops tf;
  private final TrainingVariables variables;
  private final @Nullable Operand<TFloat32> factor;
  private final boolean isDynamic;

  private LossScale(
      Ops tf, TrainingVariables variables, @Nullable Operand<TFloat32> factor, boolean isDynamic) {
    this.tf = tf;
    this.variables = variables;
    this.factor = factor;
    this.isDynamic = isDynamic;
  }

  /** As in Keras, the dynamic scale of float16 replaces the optimizer's. */
  public static LossScale of(
      Ops tf, TrainingVariables variables, Optimizer optimizer, ComputeDtype computeDtype) {
    if (computeDtype.scalesLoss()) {
      return new LossScale(tf, variables, variables.read(SCALE.name()), true);
    }
    Double own = optimizer.options().lossScaleFactor();
    return new LossScale(tf, variables, own == null ? null : tf.constant(own.floatValue()), false);
  }

  /**
   * Returns the variables of the dynamic scale in Keras's order: the number of finite steps since
   * its last change, and the scale.
   */
  public static List<OptimizerSlot> slots() {
    return List.of(STEPS, SCALE);
  }

  /** Returns whether a variable of that canonical name is one of {@link #slots}. */
  public static boolean isSlot(String name) {
    return slots().stream().anyMatch(slot -> slot.name().equals(name));
  }

  public Operand<TFloat32> scaled(Operand<TFloat32> loss) {
    return factor == null ? loss : tf.math.mul(loss, factor);
  }

  public List<Gradient> unscaled(List<Gradient> gradients) {
    if (factor == null) {
      return gradients;
    }
    return gradients.stream()
        .map(gradient -> gradient.with(tf.math.div(gradient.value(), factor)))
        .toList();
  }

  /** Whether the scaled gradients let the step be applied; null if it always is. */
  public @Nullable Operand<TBool> isApplied(List<Gradient> gradients) {
    if (!isDynamic || gradients.isEmpty()) {
      return null;
    }
    List<Operand<TBool>> finite = gradients.stream().map(this::isFinite).toList();
    return tf.reduceAll(tf.stack(finite), tf.constant(0));
  }

  private Operand<TBool> isFinite(Gradient gradient) {
    Operand<TFloat32> values = tf.reshape(gradient.value(), tf.constant(new int[] {-1}));
    return tf.reduceAll(tf.math.isFinite(values), tf.constant(0));
  }

  /** Updates the dynamic scale after a step that was applied or skipped. */
  public List<Op> update(@Nullable Operand<TBool> isApplied) {
    if (factor == null || isApplied == null) {
      return List.of();
    }
    Operand<TFloat32> steps = variables.read(STEPS.name());
    Operand<TFloat32> zero = tf.constant(0f);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TBool> grows = tf.math.equal(steps, tf.constant(GROWTH_STEPS - 1f));
    Operand<TFloat32> change =
        tf.select(isApplied, tf.select(grows, tf.constant(2f), one), tf.constant(0.5f));
    Operand<TFloat32> counted = tf.select(grows, zero, tf.math.add(steps, one));
    return List.of(
        variables.assign(tf, SCALE.name(), tf.math.mul(factor, change)),
        variables.assign(tf, STEPS.name(), tf.select(isApplied, counted, zero)));
  }
}
