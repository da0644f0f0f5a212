package io.rhyton.graph;

import io.rhyton.model.training.Adam;
import io.rhyton.model.training.OptimizerVisitor;
import io.rhyton.model.training.SGD;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The ops that change the weights, one or more for each gradient. */
final class OptimizerOps implements OptimizerVisitor<List<Op>> {
  private final Ops tf;
  private final VariableStore variables;
  private final List<Gradient> gradients;
  private final Operand<TInt64> iteration;
  private final Operand<TFloat32> learningRate;

  /**
   * Prepares the update of one step.
   *
   * @param iteration the number of steps before this one
   */
  OptimizerOps(
      Ops tf,
      VariableStore variables,
      List<Gradient> gradients,
      Operand<TInt64> iteration,
      Operand<TFloat32> learningRate) {
    this.tf = tf;
    this.variables = variables;
    this.gradients = gradients;
    this.iteration = iteration;
    this.learningRate = learningRate;
  }

  /** The bias correction comes from the step's number, as in Keras, not from running products. */
  @Override
  public List<Op> adam(Adam optimizer) {
    Operand<TFloat32> step =
        tf.dtypes.cast(tf.math.add(iteration, tf.constant(1L)), TFloat32.class);
    Operand<TFloat32> beta1 = tf.constant((float) optimizer.beta1());
    Operand<TFloat32> beta2 = tf.constant((float) optimizer.beta2());
    Operand<TFloat32> beta1Power = tf.math.pow(beta1, step);
    Operand<TFloat32> beta2Power = tf.math.pow(beta2, step);
    Operand<TFloat32> epsilon = tf.constant((float) optimizer.epsilon());
    List<Op> updates = new ArrayList<>();
    for (Gradient gradient : gradients) {
      updates.add(
          tf.train.resourceApplyAdam(
              gradient.weight().handle(),
              slot(gradient, "momentum").handle(),
              slot(gradient, "velocity").handle(),
              beta1Power,
              beta2Power,
              learningRate,
              beta1,
              beta2,
              epsilon,
              gradient.value()));
    }
    return updates;
  }

  @Override
  public List<Op> sgd(SGD optimizer) {
    List<Op> updates = new ArrayList<>();
    for (Gradient gradient : gradients) {
      updates.add(
          optimizer.momentum() == 0
              ? tf.train.resourceApplyGradientDescent(
                  gradient.weight().handle(), learningRate, gradient.value())
              : tf.train.resourceApplyKerasMomentum(
                  gradient.weight().handle(),
                  slot(gradient, "momentum").handle(),
                  learningRate,
                  gradient.value(),
                  tf.constant((float) optimizer.momentum()),
                  ResourceApplyKerasMomentum.useNesterov(optimizer.nesterov())));
    }
    return updates;
  }

  private Variable<TFloat32> slot(Gradient gradient, String slot) {
    return variables.createZeros(
        "optimizer/" + gradient.weight().name() + "/" + slot, gradient.weight().shape());
  }
}
