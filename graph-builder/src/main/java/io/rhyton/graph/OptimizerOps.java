package io.rhyton.graph;

import io.rhyton.model.training.Adam;
import io.rhyton.model.training.OptimizerVisitor;
import io.rhyton.model.training.SGD;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;

/** The ops that change the weights, one or more for each gradient. */
final class OptimizerOps implements OptimizerVisitor<List<Op>> {
  private final Ops tf;
  private final TrainingVariables variables;
  private final List<Gradient> gradients;

  OptimizerOps(Ops tf, TrainingVariables variables, List<Gradient> gradients) {
    this.tf = tf;
    this.variables = variables;
    this.gradients = gradients;
  }

  /** The bias correction comes from the step's number, as in Keras, not from running products. */
  @Override
  public List<Op> adam(Adam optimizer) {
    Operand<TFloat32> step =
        tf.dtypes.cast(tf.math.add(variables.iteration(), tf.constant(1L)), TFloat32.class);
    Operand<TFloat32> beta1 = tf.constant((float) optimizer.beta1());
    Operand<TFloat32> beta2 = tf.constant((float) optimizer.beta2());
    Operand<TFloat32> beta1Power = tf.math.pow(beta1, step);
    Operand<TFloat32> beta2Power = tf.math.pow(beta2, step);
    Operand<TFloat32> epsilon = tf.constant((float) optimizer.epsilon());
    List<Op> updates = new ArrayList<>();
    for (Gradient gradient : gradients) {
      updates.add(
          tf.train.resourceApplyAdam(
              variables.handle(gradient.weight()),
              slot(gradient, OptimizerSlot.MOMENTUM),
              slot(gradient, OptimizerSlot.VELOCITY),
              beta1Power,
              beta2Power,
              variables.learningRate(),
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
                  variables.handle(gradient.weight()), variables.learningRate(), gradient.value())
              : tf.train.resourceApplyKerasMomentum(
                  variables.handle(gradient.weight()),
                  slot(gradient, OptimizerSlot.MOMENTUM),
                  variables.learningRate(),
                  gradient.value(),
                  tf.constant((float) optimizer.momentum()),
                  ResourceApplyKerasMomentum.useNesterov(optimizer.nesterov())));
    }
    return updates;
  }

  private Output<TFloat32> slot(Gradient gradient, String slot) {
    return variables.handle(OptimizerSlot.name(gradient.weight(), slot));
  }
}
