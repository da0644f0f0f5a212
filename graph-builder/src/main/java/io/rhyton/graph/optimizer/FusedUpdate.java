package io.rhyton.graph.optimizer;

import io.rhyton.graph.layer.Gradient;
import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.SGD;
import org.tensorflow.Output;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;

/**
 * Updates a weight and its slot variables in place with TensorFlow's fused op for the optimizer.
 */
final class FusedUpdate {
  private final TrainingVariables variables;
  private final StepValues step;

  FusedUpdate(TrainingVariables variables, StepValues step) {
    this.variables = variables;
    this.step = step;
  }

  /** Whether there is a fused op that performs Keras's update in every step. */
  static boolean covers(Optimizer optimizer) {
    boolean always =
        !optimizer.options().useEma() && optimizer.options().gradientAccumulationSteps() == null;
    boolean known =
        optimizer instanceof SGD
            || (optimizer instanceof Adam adam && !adam.amsgrad())
            || (optimizer instanceof AdamW adamW && !adamW.amsgrad());
    return always && known;
  }

  Op emit(Ops tf, Optimizer optimizer, Gradient gradient) {
    if (optimizer instanceof SGD sgd) {
      return sgd(tf, sgd, gradient);
    } else if (optimizer instanceof Adam adam) {
      return adam(tf, adam.beta1(), adam.beta2(), adam.epsilon(), gradient);
    } else if (optimizer instanceof AdamW adam) {
      return adam(tf, adam.beta1(), adam.beta2(), adam.epsilon(), gradient);
    }
    throw new IllegalStateException("no fused op for " + optimizer);
  }

  /**
   * The bias correction is computed from the step count, as in Keras, not from running products.
   */
  private Op adam(Ops tf, double beta1, double beta2, double epsilon, Gradient gradient) {
    return tf.train.resourceApplyAdam(
        variables.handle(gradient.weight().name()),
        slot(gradient, OptimizerSlot.MOMENTUM),
        slot(gradient, OptimizerSlot.VELOCITY),
        step.power(beta1, 0),
        step.power(beta2, 0),
        step.learningRate(),
        tf.constant((float) beta1),
        tf.constant((float) beta2),
        tf.constant((float) epsilon),
        gradient.value());
  }

  private Op sgd(Ops tf, SGD optimizer, Gradient gradient) {
    Output<TFloat32> weight = variables.handle(gradient.weight().name());
    return optimizer.momentum() == 0
        ? tf.train.resourceApplyGradientDescent(weight, step.learningRate(), gradient.value())
        : tf.train.resourceApplyKerasMomentum(
            weight,
            slot(gradient, OptimizerSlot.MOMENTUM),
            step.learningRate(),
            gradient.value(),
            tf.constant((float) optimizer.momentum()),
            ResourceApplyKerasMomentum.useNesterov(optimizer.nesterov()));
  }

  private Output<TFloat32> slot(Gradient gradient, String slot) {
    return variables.handle(OptimizerSlot.name(gradient.weight().name(), slot));
  }
}
