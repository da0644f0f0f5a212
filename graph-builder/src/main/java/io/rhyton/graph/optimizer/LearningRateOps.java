package io.rhyton.graph.optimizer;

import io.rhyton.graph.variable.TrainingVariables;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.LearningRateVisitor;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Emits the learning rate, a scalar, as a function of the number of completed steps. Source: {@code
 * keras/src/optimizers/schedules/learning_rate_schedule.py}, Keras 3.15.
 */
public final class LearningRateOps implements LearningRateVisitor<Operand<TFloat32>> {
  private final Ops tf;
  private final TrainingVariables variables;
  private final Operand<TFloat32> step;

  public LearningRateOps(Ops tf, TrainingVariables variables) {
    this.tf = tf;
    this.variables = variables;
    this.step = tf.dtypes.cast(variables.iteration(), TFloat32.class);
  }

  @Override
  public Operand<TFloat32> constantLearningRate(ConstantLearningRate rate) {
    return variables.learningRate();
  }

  @Override
  public Operand<TFloat32> cosineDecay(CosineDecay schedule) {
    Operand<TFloat32> initial = constant(schedule.initialLearningRate());
    Operand<TFloat32> decaySteps = steps(schedule.decaySteps());
    Double target = schedule.warmupTarget();
    if (target == null) {
      return half(schedule, tf.math.minimum(step, decaySteps), initial);
    }
    Operand<TFloat32> warmupSteps = steps(schedule.warmupSteps());
    Operand<TFloat32> bounded = tf.math.minimum(step, tf.math.add(decaySteps, warmupSteps));
    Operand<TFloat32> rise =
        tf.math.mul(tf.math.sub(constant(target), initial), tf.math.div(bounded, warmupSteps));
    return tf.select(
        tf.math.less(bounded, warmupSteps),
        tf.math.add(rise, initial),
        half(schedule, tf.math.sub(bounded, warmupSteps), constant(target)));
  }

  private Operand<TFloat32> half(
      CosineDecay schedule, Operand<TFloat32> done, Operand<TFloat32> from) {
    Operand<TFloat32> wave = cosine(tf.math.div(done, steps(schedule.decaySteps())));
    return tf.math.mul(from, above(schedule.alpha(), wave));
  }

  @Override
  public Operand<TFloat32> cosineDecayRestarts(CosineDecayRestarts schedule) {
    Operand<TFloat32> done = tf.math.div(step, steps(schedule.firstDecaySteps()));
    Operand<TFloat32> restart = restart(done, schedule.tMul());
    Operand<TFloat32> height = tf.math.pow(constant(schedule.mMul()), restart);
    Operand<TFloat32> wave = cosine(sinceRestart(done, restart, schedule.tMul()));
    return tf.math.mul(
        constant(schedule.initialLearningRate()),
        above(schedule.alpha(), tf.math.mul(height, wave)));
  }

  /** The number of completed cycles. */
  private Operand<TFloat32> restart(Operand<TFloat32> done, double longer) {
    if (longer == 1) {
      return tf.math.floor(done);
    }
    Operand<TFloat32> one = constant(1);
    Operand<TFloat32> times = constant(longer);
    Operand<TFloat32> grown = tf.math.sub(one, tf.math.mul(done, tf.math.sub(one, times)));
    return tf.math.floor(tf.math.div(tf.math.log(grown), tf.math.log(times)));
  }

  /** The completed fraction of the current cycle. */
  private Operand<TFloat32> sinceRestart(
      Operand<TFloat32> done, Operand<TFloat32> restart, double longer) {
    if (longer == 1) {
      return tf.math.sub(done, restart);
    }
    Operand<TFloat32> one = constant(1);
    Operand<TFloat32> length = tf.math.pow(constant(longer), restart);
    Operand<TFloat32> before =
        tf.math.div(tf.math.sub(one, length), tf.math.sub(one, constant(longer)));
    return tf.math.div(tf.math.sub(done, before), length);
  }

  /** Half a cosine period from 1 to 0. */
  private Operand<TFloat32> cosine(Operand<TFloat32> share) {
    Operand<TFloat32> cosine = tf.math.cos(tf.math.mul(constant(Math.PI), share));
    return tf.math.mul(constant(0.5), tf.math.add(constant(1), cosine));
  }

  private Operand<TFloat32> above(double alpha, Operand<TFloat32> wave) {
    return tf.math.add(tf.math.mul(constant(1 - alpha), wave), constant(alpha));
  }

  @Override
  public Operand<TFloat32> exponentialDecay(ExponentialDecay schedule) {
    Operand<TFloat32> periods = periods(schedule.decaySteps(), schedule.staircase());
    return tf.math.mul(
        constant(schedule.initialLearningRate()),
        tf.math.pow(constant(schedule.decayRate()), periods));
  }

  @Override
  public Operand<TFloat32> inverseTimeDecay(InverseTimeDecay schedule) {
    Operand<TFloat32> periods = periods(schedule.decaySteps(), schedule.staircase());
    return tf.math.div(
        constant(schedule.initialLearningRate()),
        tf.math.add(constant(1), tf.math.mul(constant(schedule.decayRate()), periods)));
  }

  private Operand<TFloat32> periods(long decaySteps, boolean staircase) {
    Operand<TFloat32> periods = tf.math.div(step, steps(decaySteps));
    return staircase ? tf.math.floor(periods) : periods;
  }

  @Override
  public Operand<TFloat32> piecewiseConstantDecay(PiecewiseConstantDecay schedule) {
    int last = schedule.boundaries().size();
    Operand<TFloat32> rate = constant(schedule.values().get(last));
    for (int i = last - 1; i >= 0; i--) {
      Operand<TFloat32> value = constant(schedule.values().get(i));
      long boundary = schedule.boundaries().get(i);
      rate =
          tf.select(tf.math.lessEqual(variables.iteration(), tf.constant(boundary)), value, rate);
    }
    return rate;
  }

  @Override
  public Operand<TFloat32> polynomialDecay(PolynomialDecay schedule) {
    Operand<TFloat32> one = constant(1);
    Operand<TFloat32> end = constant(schedule.endLearningRate());
    Operand<TFloat32> length = steps(schedule.decaySteps());
    Operand<TFloat32> done = tf.math.minimum(step, length);
    if (schedule.cycle()) {
      Operand<TFloat32> cycle = tf.math.maximum(one, tf.math.ceil(tf.math.div(step, length)));
      length = tf.math.mul(length, cycle);
      done = step;
    }
    Operand<TFloat32> left = tf.math.sub(one, tf.math.div(done, length));
    Operand<TFloat32> fall = tf.math.sub(constant(schedule.initialLearningRate()), end);
    return tf.math.add(tf.math.mul(fall, tf.math.pow(left, constant(schedule.power()))), end);
  }

  private Operand<TFloat32> steps(long count) {
    return tf.constant((float) count);
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
