package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every optimizer can be told. Set it by the methods of {@link CommonOptions} on the optimizer
 * itself.
 *
 * <p>Source: {@code keras/src/optimizers/base_optimizer.py}, Keras 3.15.
 *
 * @param weightDecay the share of a weight, times the learning rate, that is taken from it before
 *     each step, at least 0; none if null
 * @param clipnorm the largest norm of the gradient of one weight, above 0; any if null
 * @param clipvalue the largest absolute value in a gradient, above 0; any if null
 * @param globalClipnorm the largest norm of all gradients together, above 0; any if null
 * @param useEma whether a moving average is kept of each weight, which takes the weight's place at
 *     the end of {@code fit}
 * @param emaMomentum how much of the average a step keeps, in [0, 1]
 * @param emaOverwriteFrequency after how many steps the average takes the weight's place too, at
 *     least 1; never if null
 * @param lossScaleFactor what the loss is multiplied by before gradients are taken, and they are
 *     divided by, above 0; 1 if null
 * @param gradientAccumulationSteps how many batches make one step, at least 2; one if null
 * @param excludeFromWeightDecay parts of the names of variables that do not decay, such as {@code
 *     bias}
 */
public record OptimizerOptions(
    @Nullable Double weightDecay,
    @Nullable Double clipnorm,
    @Nullable Double clipvalue,
    @Nullable Double globalClipnorm,
    boolean useEma,
    double emaMomentum,
    @Nullable Integer emaOverwriteFrequency,
    @Nullable Double lossScaleFactor,
    @Nullable Integer gradientAccumulationSteps,
    List<String> excludeFromWeightDecay) {

  /** Checks the ranges. */
  public OptimizerOptions {
    if (weightDecay != null) {
      Arguments.requireNotNegative("weightDecay", weightDecay);
    }
    requirePositive("clipnorm", clipnorm);
    requirePositive("clipvalue", clipvalue);
    requirePositive("globalClipnorm", globalClipnorm);
    requirePositive("lossScaleFactor", lossScaleFactor);
    Arguments.requireShare("emaMomentum", emaMomentum);
    if (emaOverwriteFrequency != null) {
      Arguments.requirePositive("emaOverwriteFrequency", emaOverwriteFrequency);
    }
    if (gradientAccumulationSteps != null && gradientAccumulationSteps < 2) {
      throw new IllegalArgumentException(
          "gradientAccumulationSteps must be >= 2, got " + gradientAccumulationSteps);
    }
    if (Stream.of(clipnorm, clipvalue, globalClipnorm).filter(Objects::nonNull).count() > 1) {
      throw new IllegalArgumentException(
          "one of clipnorm, clipvalue and globalClipnorm may be set, got more");
    }
    excludeFromWeightDecay = List.copyOf(excludeFromWeightDecay);
  }

  private static void requirePositive(String name, @Nullable Double value) {
    if (value != null) {
      Arguments.requirePositive(name, value);
    }
  }

  /** None of the options. */
  public static OptimizerOptions of() {
    return new OptimizerOptions(null, null, null, null, false, 0.99, null, null, null, List.of());
  }

  /** Sets the weight decay, at least 0. */
  public OptimizerOptions weightDecay(double weightDecay) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets the largest norm of one gradient, above 0. */
  public OptimizerOptions clipnorm(double clipnorm) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets the largest absolute value in a gradient, above 0. */
  public OptimizerOptions clipvalue(double clipvalue) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets the largest norm of all gradients together, above 0. */
  public OptimizerOptions globalClipnorm(double globalClipnorm) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets whether averages are kept. */
  public OptimizerOptions useEma(boolean useEma) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets how much of an average a step keeps, in [0, 1]. */
  public OptimizerOptions emaMomentum(double emaMomentum) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets after how many steps averages take the weights' places, at least 1. */
  public OptimizerOptions emaOverwriteFrequency(int emaOverwriteFrequency) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets what the loss is multiplied by for the gradients, above 0. */
  public OptimizerOptions lossScaleFactor(double lossScaleFactor) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets how many batches make one step, at least 2. */
  public OptimizerOptions gradientAccumulationSteps(int gradientAccumulationSteps) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        excludeFromWeightDecay);
  }

  /** Sets which variables do not decay, by parts of their names. */
  public OptimizerOptions excludeFromWeightDecay(String... parts) {
    return new OptimizerOptions(
        weightDecay,
        clipnorm,
        clipvalue,
        globalClipnorm,
        useEma,
        emaMomentum,
        emaOverwriteFrequency,
        lossScaleFactor,
        gradientAccumulationSteps,
        List.of(parts));
  }

  /** The options that are set. */
  @Override
  public String toString() {
    List<String> set = new ArrayList<>();
    add(set, "weightDecay", weightDecay);
    add(set, "clipnorm", clipnorm);
    add(set, "clipvalue", clipvalue);
    add(set, "globalClipnorm", globalClipnorm);
    if (useEma) {
      set.add("emaMomentum=" + emaMomentum);
    }
    add(set, "emaOverwriteFrequency", emaOverwriteFrequency);
    add(set, "lossScaleFactor", lossScaleFactor);
    add(set, "gradientAccumulationSteps", gradientAccumulationSteps);
    if (!excludeFromWeightDecay.isEmpty()) {
      set.add("excludeFromWeightDecay=" + excludeFromWeightDecay);
    }
    return set.toString();
  }

  private static void add(List<String> set, String name, @Nullable Object value) {
    if (value != null) {
      set.add(name + "=" + value);
    }
  }
}
