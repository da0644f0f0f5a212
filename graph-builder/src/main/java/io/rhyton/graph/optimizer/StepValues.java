package io.rhyton.graph.optimizer;

import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.model.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The scalars of an optimizer's step, each emitted once for all weights. */
final class StepValues {
  private final Ops tf;
  private final Operand<TFloat32> learningRate;
  private final Operand<TInt64> updates;
  private final @Nullable Operand<TBool> isUpdate;
  private final Map<String, Operand<TFloat32>> shared = new HashMap<>();

  StepValues(Ops tf, Optimizer optimizer, TrainingVariables variables) {
    this.tf = tf;
    this.learningRate = optimizer.learningRate().accept(new LearningRateOps(tf, variables));
    Integer batches = optimizer.options().gradientAccumulationSteps();
    if (batches == null) {
      this.updates = variables.iteration();
      this.isUpdate = null;
    } else {
      Operand<TInt64> count = tf.constant((long) batches);
      this.updates = tf.math.floorDiv(variables.iteration(), count);
      this.isUpdate = isMultiple(tf, variables.iteration(), count);
    }
  }

  /** Whether {@code number + 1} is a multiple of {@code by}. */
  private static Operand<TBool> isMultiple(Ops tf, Operand<TInt64> number, Operand<TInt64> by) {
    Operand<TInt64> next = tf.math.add(number, tf.constant(1L));
    return tf.math.equal(tf.math.floorMod(next, by), tf.constant(0L));
  }

  Operand<TFloat32> learningRate() {
    return learningRate;
  }

  /** Whether this step updates the weights; null if every step does. */
  @Nullable Operand<TBool> isUpdate() {
    return isUpdate;
  }

  /** Whether this is the last of {@code frequency} updates of the weights. */
  Operand<TBool> isEvery(int frequency) {
    return isMultiple(tf, updates, tf.constant((long) frequency));
  }

  /** 0 in the first update of the weights, then 1. */
  Operand<TFloat32> isNotFirst() {
    return shared(
        "not first",
        () -> tf.dtypes.cast(tf.math.notEqual(updates, tf.constant(0L)), TFloat32.class));
  }

  /** A base raised to the power of {@code ahead} plus the number of the update, counted from 1. */
  Operand<TFloat32> power(double base, int ahead) {
    return shared(
        base + "^" + ahead,
        () ->
            tf.math.pow(
                tf.constant((float) base),
                tf.dtypes.cast(tf.math.add(updates, tf.constant(1L + ahead)), TFloat32.class)));
  }

  Operand<TFloat32> shared(String name, Supplier<Operand<TFloat32>> value) {
    Operand<TFloat32> found = shared.get(name);
    if (found == null) {
      found = value.get();
      shared.put(name, found);
    }
    return found;
  }
}
