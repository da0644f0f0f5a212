package io.rhyton.graph.optimizer;

import io.rhyton.graph.layer.Gradient;
import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerOptions;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Emits the updates of weights and slot variables: in place by a fused op where there is one,
 * otherwise as new values that are each assigned once. Source: {@code apply} in {@code
 * keras/src/optimizers/base_optimizer.py}, Keras 3.15.
 */
public final class OptimizerOps {
  private final Ops tf;
  private final ResolvedModel model;
  private final Optimizer optimizer;
  private final OptimizerOptions options;
  private final TrainingVariables variables;
  private final StepValues step;
  private final FusedUpdate fused;
  private final @Nullable Operand<TBool> isApplied;

  /**
   * Creates the updates of a model.
   *
   * @param isApplied whether the step is applied; null if it always is
   */
  public OptimizerOps(
      Ops tf,
      ResolvedModel model,
      Optimizer optimizer,
      TrainingVariables variables,
      @Nullable Operand<TBool> isApplied) {
    this.tf = tf;
    this.model = model;
    this.optimizer = optimizer;
    this.options = optimizer.options();
    this.variables = variables;
    this.step = new StepValues(tf, optimizer, variables);
    this.fused = new FusedUpdate(variables, step);
    this.isApplied = isApplied;
  }

  public List<Op> emit(List<Gradient> gradients) {
    Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
    List<Gradient> whole = accumulated(gradients, values);
    List<Op> ops = new ArrayList<>();
    for (Gradient gradient : GradientClipping.apply(tf, options, whole)) {
      if (isFused(gradient)) {
        ops.add(fused(gradient));
      } else {
        values.put(gradient.weight().name(), next(gradient, values));
      }
    }
    averageOthers(gradients, values);
    values.forEach((name, value) -> ops.add(variables.assign(tf, name, ifApplied(name, value))));
    return ops;
  }

  private boolean isFused(Gradient gradient) {
    return isApplied == null
        && FusedUpdate.covers(optimizer)
        && gradient.weight().constraint() == null;
  }

  /** Selects the value: multiplying by 0 would not remove values that are not finite. */
  private Operand<TFloat32> ifApplied(String name, Operand<TFloat32> value) {
    return isApplied == null ? value : tf.select(isApplied, value, variables.read(name));
  }

  /** Averages weights without a gradient too, because averages overwrite the weights in the end. */
  private void averageOthers(List<Gradient> gradients, Map<String, Operand<TFloat32>> values) {
    if (!options.useEma()) {
      return;
    }
    Set<String> done =
        gradients.stream().map(gradient -> gradient.weight().name()).collect(Collectors.toSet());
    for (WeightSpec weight : model.weights()) {
      if (weight.trainable() && !done.contains(weight.name())) {
        averaged(weight, variables.read(weight.name()), values);
      }
    }
  }

  /** The mean gradients of the accumulated batches, which are only applied at the last of them. */
  private List<Gradient> accumulated(
      List<Gradient> gradients, Map<String, Operand<TFloat32>> values) {
    Integer batches = options.gradientAccumulationSteps();
    Operand<TBool> isUpdate = step.isUpdate();
    if (batches == null || isUpdate == null) {
      return gradients;
    }
    Operand<TFloat32> count = tf.constant((float) batches);
    List<Gradient> means = new ArrayList<>();
    for (Gradient gradient : gradients) {
      String name =
          OptimizerSlot.name(gradient.weight().name(), OptimizerSlot.GRADIENT_ACCUMULATOR);
      Operand<TFloat32> sum = tf.math.add(gradient.value(), variables.read(name));
      values.put(name, tf.select(isUpdate, tf.zerosLike(sum), sum));
      means.add(gradient.with(tf.math.div(sum, count)));
    }
    return means;
  }

  private Op fused(Gradient gradient) {
    String weight = gradient.weight().name();
    if (!decays(gradient.weight())) {
      return fused.emit(tf, optimizer, gradient);
    }
    Op decayed = tf.assignSubVariableOp(variables.handle(weight), decay(variables.read(weight)));
    return fused.emit(tf.withControlDependencies(List.of(decayed)), optimizer, gradient);
  }

  /** The next value of a weight; the next values of its slots are added to {@code values}. */
  private Operand<TFloat32> next(Gradient gradient, Map<String, Operand<TFloat32>> values) {
    WeightSpec weight = gradient.weight();
    Operand<TFloat32> before = variables.read(weight.name());
    Operand<TFloat32> decayed = decays(weight) ? tf.math.sub(before, decay(before)) : before;
    Map<String, Operand<TFloat32>> slots = new LinkedHashMap<>();
    Operand<TFloat32> updated =
        optimizer.accept(new UpdateFormula(tf, variables, step, decayed, gradient, slots));
    slots.forEach((name, value) -> values.put(name, ifUpdate(value, variables.read(name))));
    Operand<TFloat32> value = averaged(weight, ifUpdate(updated, before), values);
    Constraint constraint = weight.constraint();
    return constraint == null ? value : constraint.accept(new ConstraintOps(tf, value));
  }

  private Operand<TFloat32> ifUpdate(Operand<TFloat32> value, Operand<TFloat32> otherwise) {
    Operand<TBool> isUpdate = step.isUpdate();
    return isUpdate == null ? value : tf.select(isUpdate, value, otherwise);
  }

  /**
   * Updates the moving average of a weight; returns the average instead of the weight every {@code
   * emaOverwriteFrequency} steps.
   */
  private Operand<TFloat32> averaged(
      WeightSpec weight, Operand<TFloat32> value, Map<String, Operand<TFloat32>> values) {
    if (!options.useEma()) {
      return value;
    }
    String name = OptimizerSlot.name(weight.name(), OptimizerSlot.AVERAGE);
    Operand<TFloat32> kept =
        tf.math.mul(step.isNotFirst(), tf.constant((float) options.emaMomentum()));
    Operand<TFloat32> average =
        tf.math.add(
            tf.math.mul(kept, variables.read(name)),
            tf.math.mul(tf.math.sub(tf.constant(1f), kept), value));
    values.put(name, average);
    Integer frequency = options.emaOverwriteFrequency();
    return frequency == null ? value : tf.select(step.isEvery(frequency), average, value);
  }

  private boolean decays(WeightSpec weight) {
    return options.weightDecay() != null
        && options.excludeFromWeightDecay().stream()
            .noneMatch(part -> weight.name().contains(part));
  }

  private Operand<TFloat32> decay(Operand<TFloat32> weight) {
    Double decay = options.weightDecay();
    if (decay == null) {
      throw new IllegalStateException("the optimizer has no weight decay");
    }
    return tf.math.mul(tf.math.mul(weight, tf.constant(decay.floatValue())), step.learningRate());
  }
}
