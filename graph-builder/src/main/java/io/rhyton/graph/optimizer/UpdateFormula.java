package io.rhyton.graph.optimizer;

import io.rhyton.graph.layer.Gradient;
import io.rhyton.graph.variable.Variables;
import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerVisitor;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Emits the next values of one weight and of its slots, by Keras's formulas. Source: {@code
 * update_step} in {@code keras/src/optimizers}, Keras 3.15.
 */
final class UpdateFormula implements OptimizerVisitor<Operand<TFloat32>> {
  /** The decay rate of Nadam's momentum schedule. */
  private static final double NADAM_DECAY = 0.96;

  private final Ops tf;
  private final Variables variables;
  private final StepValues step;
  private final String weight;
  private final Operand<TFloat32> value;
  private final Operand<TFloat32> gradient;
  private final Map<String, Operand<TFloat32>> slots;

  /**
   * Creates the update of one weight.
   *
   * @param value the weight after weight decay
   * @param slots receives the next values of slots, by canonical name
   */
  UpdateFormula(
      Ops tf,
      Variables variables,
      StepValues step,
      Operand<TFloat32> value,
      Gradient gradient,
      Map<String, Operand<TFloat32>> slots) {
    this.tf = tf;
    this.variables = variables;
    this.step = step;
    this.weight = gradient.weight().name();
    this.value = value;
    this.gradient = gradient.value();
    this.slots = slots;
  }

  @Override
  public Operand<TFloat32> adadelta(Adadelta optimizer) {
    Operand<TFloat32> delta = read(OptimizerSlot.ACCUMULATED_DELTA_VAR);
    Operand<TFloat32> squares =
        mean(OptimizerSlot.ACCUMULATED_GRAD, optimizer.rho(), tf.math.square(gradient));
    Operand<TFloat32> change =
        tf.math.div(
            tf.math.mul(root(delta, optimizer.epsilon()), gradient),
            root(squares, optimizer.epsilon()));
    mean(OptimizerSlot.ACCUMULATED_DELTA_VAR, optimizer.rho(), tf.math.square(change));
    return less(tf.math.mul(step.learningRate(), change));
  }

  @Override
  public Operand<TFloat32> adagrad(Adagrad optimizer) {
    Operand<TFloat32> sum =
        write(
            OptimizerSlot.ACCUMULATOR,
            tf.math.add(read(OptimizerSlot.ACCUMULATOR), tf.math.square(gradient)));
    return less(tf.math.div(scaledGradient(), root(sum, optimizer.epsilon())));
  }

  @Override
  public Operand<TFloat32> adam(Adam optimizer) {
    return adam(optimizer.beta1(), optimizer.beta2(), optimizer.epsilon(), optimizer.amsgrad());
  }

  @Override
  public Operand<TFloat32> adamW(AdamW optimizer) {
    return adam(optimizer.beta1(), optimizer.beta2(), optimizer.epsilon(), optimizer.amsgrad());
  }

  private Operand<TFloat32> adam(double beta1, double beta2, double epsilon, boolean amsgrad) {
    Operand<TFloat32> alpha =
        step.shared(
            "alpha",
            () ->
                tf.math.div(
                    tf.math.mul(step.learningRate(), tf.math.sqrt(oneLess(step.power(beta2, 0)))),
                    oneLess(step.power(beta1, 0))));
    Operand<TFloat32> momentum = moved(OptimizerSlot.MOMENTUM, beta1, gradient);
    Operand<TFloat32> velocity = moved(OptimizerSlot.VELOCITY, beta2, tf.math.square(gradient));
    if (amsgrad) {
      velocity =
          write(
              OptimizerSlot.VELOCITY_HAT,
              tf.math.maximum(read(OptimizerSlot.VELOCITY_HAT), velocity));
    }
    return less(
        tf.math.div(
            tf.math.mul(momentum, alpha), tf.math.add(tf.math.sqrt(velocity), constant(epsilon))));
  }

  @Override
  public Operand<TFloat32> adamax(Adamax optimizer) {
    Operand<TFloat32> momentum = moved(OptimizerSlot.MOMENTUM, optimizer.beta1(), gradient);
    Operand<TFloat32> norm =
        write(
            OptimizerSlot.NORM,
            tf.math.maximum(
                tf.math.mul(constant(optimizer.beta2()), read(OptimizerSlot.NORM)),
                tf.math.abs(gradient)));
    return less(
        tf.math.div(
            tf.math.mul(step.learningRate(), momentum),
            tf.math.mul(
                oneLess(step.power(optimizer.beta1(), 0)),
                tf.math.add(norm, constant(optimizer.epsilon())))));
  }

  @Override
  public Operand<TFloat32> ftrl(Ftrl optimizer) {
    Operand<TFloat32> rate = step.learningRate();
    Operand<TFloat32> power = constant(-optimizer.learningRatePower());
    Operand<TFloat32> sum = read(OptimizerSlot.ACCUMULATOR);
    Operand<TFloat32> newSum =
        write(OptimizerSlot.ACCUMULATOR, tf.math.add(sum, tf.math.square(gradient)));
    Operand<TFloat32> newRoot = tf.math.pow(newSum, power);
    Operand<TFloat32> shrunk =
        tf.math.add(
            gradient,
            tf.math.mul(constant(2 * optimizer.l2ShrinkageRegularizationStrength()), value));
    Operand<TFloat32> sigma = tf.math.div(tf.math.sub(newRoot, tf.math.pow(sum, power)), rate);
    Operand<TFloat32> linear =
        write(
            OptimizerSlot.LINEAR,
            tf.math.add(
                read(OptimizerSlot.LINEAR), tf.math.sub(shrunk, tf.math.mul(sigma, value))));
    Operand<TFloat32> l2 =
        tf.math.add(
            constant(optimizer.l2RegularizationStrength()),
            tf.math.div(constant(optimizer.beta()), tf.math.mul(constant(2), rate)));
    Operand<TFloat32> quadratic =
        tf.math.add(tf.math.div(newRoot, rate), tf.math.mul(constant(2), l2));
    double l1 = optimizer.l1RegularizationStrength();
    Operand<TFloat32> clipped = tf.clipByValue(linear, constant(-l1), constant(l1));
    return tf.math.div(tf.math.sub(clipped, linear), quadratic);
  }

  @Override
  public Operand<TFloat32> lion(Lion optimizer) {
    Operand<TFloat32> momentum = read(OptimizerSlot.MOMENTUM);
    Operand<TFloat32> direction = tf.math.sign(mix(momentum, optimizer.beta1(), gradient));
    write(OptimizerSlot.MOMENTUM, mix(momentum, optimizer.beta2(), gradient));
    return less(tf.math.mul(step.learningRate(), direction));
  }

  @Override
  public Operand<TFloat32> nadam(Nadam optimizer) {
    Operand<TFloat32> present = momentumShare(optimizer, 0);
    Operand<TFloat32> next = momentumShare(optimizer, 1);
    String name = OptimizerSlot.name(OptimizerSlot.PRODUCT);
    Operand<TFloat32> product = step.shared(name, () -> tf.math.mul(variables.read(name), present));
    slots.put(name, product);
    Operand<TFloat32> momentum = moved(OptimizerSlot.MOMENTUM, optimizer.beta1(), gradient);
    Operand<TFloat32> velocity =
        moved(OptimizerSlot.VELOCITY, optimizer.beta2(), tf.math.square(gradient));
    Operand<TFloat32> direction =
        tf.math.add(
            tf.math.div(tf.math.mul(next, momentum), oneLess(tf.math.mul(product, next))),
            tf.math.div(tf.math.mul(oneLess(present), gradient), oneLess(product)));
    Operand<TFloat32> corrected = tf.math.div(velocity, oneLess(step.power(optimizer.beta2(), 0)));
    return less(
        tf.math.div(
            tf.math.mul(direction, step.learningRate()),
            tf.math.add(tf.math.sqrt(corrected), constant(optimizer.epsilon()))));
  }

  private Operand<TFloat32> momentumShare(Nadam optimizer, int ahead) {
    return step.shared(
        "momentum " + ahead,
        () ->
            tf.math.mul(
                constant(optimizer.beta1()),
                oneLess(tf.math.mul(constant(0.5), step.power(NADAM_DECAY, ahead)))));
  }

  @Override
  public Operand<TFloat32> rmsProp(RMSprop optimizer) {
    Operand<TFloat32> spread =
        mean(OptimizerSlot.VELOCITY, optimizer.rho(), tf.math.square(gradient));
    if (optimizer.centered()) {
      Operand<TFloat32> average = mean(OptimizerSlot.AVERAGE_GRADIENT, optimizer.rho(), gradient);
      spread = tf.math.sub(spread, tf.math.square(average));
    }
    Operand<TFloat32> change = tf.math.div(scaledGradient(), root(spread, optimizer.epsilon()));
    if (optimizer.momentum() == 0) {
      return less(change);
    }
    Operand<TFloat32> kept =
        tf.math.mul(constant(optimizer.momentum()), read(OptimizerSlot.MOMENTUM));
    return less(write(OptimizerSlot.MOMENTUM, tf.math.add(kept, change)));
  }

  @Override
  public Operand<TFloat32> sgd(SGD optimizer) {
    Operand<TFloat32> change = scaledGradient();
    if (optimizer.momentum() == 0) {
      return less(change);
    }
    Operand<TFloat32> momentum = constant(optimizer.momentum());
    Operand<TFloat32> moved =
        write(
            OptimizerSlot.MOMENTUM,
            tf.math.sub(tf.math.mul(read(OptimizerSlot.MOMENTUM), momentum), change));
    return tf.math.add(
        value, optimizer.nesterov() ? tf.math.sub(tf.math.mul(moved, momentum), change) : moved);
  }

  private Operand<TFloat32> read(String slot) {
    return variables.read(OptimizerSlot.name(weight, slot));
  }

  private Operand<TFloat32> write(String slot, Operand<TFloat32> next) {
    slots.put(OptimizerSlot.name(weight, slot), next);
    return next;
  }

  /** {@code slot + (new - slot) · (1 - kept)}. */
  private Operand<TFloat32> moved(String slot, double kept, Operand<TFloat32> newest) {
    Operand<TFloat32> before = read(slot);
    return write(
        slot, tf.math.add(before, tf.math.mul(tf.math.sub(newest, before), constant(1 - kept))));
  }

  /** {@code kept · slot + (1 - kept) · new}, which rounds differently from the form above. */
  private Operand<TFloat32> mean(String slot, double kept, Operand<TFloat32> newest) {
    return write(slot, mix(read(slot), kept, newest));
  }

  private Operand<TFloat32> mix(Operand<TFloat32> before, double kept, Operand<TFloat32> newest) {
    return tf.math.add(
        tf.math.mul(constant(kept), before), tf.math.mul(constant(1 - kept), newest));
  }

  private Operand<TFloat32> less(Operand<TFloat32> change) {
    return tf.math.sub(value, change);
  }

  private Operand<TFloat32> scaledGradient() {
    return tf.math.mul(step.learningRate(), gradient);
  }

  private Operand<TFloat32> root(Operand<TFloat32> of, double epsilon) {
    return tf.math.sqrt(tf.math.add(of, constant(epsilon)));
  }

  private Operand<TFloat32> oneLess(Operand<TFloat32> of) {
    return tf.math.sub(constant(1), of);
  }

  private Operand<TFloat32> constant(double number) {
    return tf.constant((float) number);
  }
}
