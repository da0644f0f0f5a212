package io.rhyton.model.optimizer;

import io.rhyton.error.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options shared by all optimizers. Set them with the methods of {@link CommonOptions} on the
 * optimizer itself.
 *
 * <p>Source: {@code keras/src/optimizers/base_optimizer.py}, Keras 3.15.
 *
 * @param weightDecay the fraction of a weight, times the learning rate, that is subtracted before
 *     each step, at least 0; null for none
 * @param clipnorm the maximum norm of each gradient, above 0; null for none
 * @param clipvalue the maximum absolute value of gradients, above 0; null for none
 * @param globalClipnorm the maximum global norm of all gradients, above 0; null for none
 * @param useEma whether to keep an exponential moving average of the weights, which replaces them
 *     at the end of {@code fit}
 * @param emaMomentum the decay rate of the moving average, in [0, 1]
 * @param emaOverwriteFrequency the number of steps after which the weights are replaced by their
 *     moving averages, at least 1; if null, only at the end of {@code fit}
 * @param lossScaleFactor the loss scale, above 0: the loss is multiplied by it before computing
 *     gradients, which are then divided by it; null for 1
 * @param gradientAccumulationSteps the number of batches over which gradients are averaged for one
 *     update, at least 2; null for 1
 * @param excludeFromWeightDecay substrings of the names of variables without weight decay, such as
 *     {@code bias}
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

  public OptimizerOptions {
    excludeFromWeightDecay = Arguments.copyOf("excludeFromWeightDecay", excludeFromWeightDecay);
    if (weightDecay != null) {
      Arguments.requireNotNegative("weightDecay", weightDecay);
    }
    requirePositive("clipnorm", clipnorm);
    requirePositive("clipvalue", clipvalue);
    requirePositive("globalClipnorm", globalClipnorm);
    requirePositive("lossScaleFactor", lossScaleFactor);
    Arguments.requireUnitInterval("emaMomentum", emaMomentum);
    if (emaOverwriteFrequency != null) {
      Arguments.requirePositive("emaOverwriteFrequency", emaOverwriteFrequency);
    }
    if (gradientAccumulationSteps != null && gradientAccumulationSteps < 2) {
      throw new IllegalArgumentException(
          "gradientAccumulationSteps must be >= 2, got " + gradientAccumulationSteps);
    }
    if (Stream.of(clipnorm, clipvalue, globalClipnorm).filter(Objects::nonNull).count() > 1) {
      throw new IllegalArgumentException(
          "at most one of clipnorm, clipvalue and globalClipnorm may be set, got several");
    }
  }

  private static void requirePositive(String name, @Nullable Double value) {
    if (value != null) {
      Arguments.requirePositive(name, value);
    }
  }

  /** Creates Keras's default options. */
  public static OptimizerOptions of() {
    return new OptimizerOptions(null, null, null, null, false, 0.99, null, null, null, List.of());
  }

  /** Sets the weight decay, at least 0. */
  public OptimizerOptions weightDecay(double weightDecay) {
    return with(draft -> draft.weightDecay = weightDecay);
  }

  /** Sets the maximum norm of each gradient, above 0. */
  public OptimizerOptions clipnorm(double clipnorm) {
    return with(draft -> draft.clipnorm = clipnorm);
  }

  /** Sets the maximum absolute value of gradients, above 0. */
  public OptimizerOptions clipvalue(double clipvalue) {
    return with(draft -> draft.clipvalue = clipvalue);
  }

  /** Sets the maximum global norm of all gradients, above 0. */
  public OptimizerOptions globalClipnorm(double globalClipnorm) {
    return with(draft -> draft.globalClipnorm = globalClipnorm);
  }

  /** Sets whether to keep an exponential moving average of the weights. */
  public OptimizerOptions useEma(boolean useEma) {
    return with(draft -> draft.useEma = useEma);
  }

  /** Sets the decay rate of the moving average, in [0, 1]. */
  public OptimizerOptions emaMomentum(double emaMomentum) {
    return with(draft -> draft.emaMomentum = emaMomentum);
  }

  /**
   * Sets the number of steps after which the weights are replaced by their moving averages, at
   * least 1.
   */
  public OptimizerOptions emaOverwriteFrequency(int emaOverwriteFrequency) {
    return with(draft -> draft.emaOverwriteFrequency = emaOverwriteFrequency);
  }

  /** Sets the loss scale, above 0. */
  public OptimizerOptions lossScaleFactor(double lossScaleFactor) {
    return with(draft -> draft.lossScaleFactor = lossScaleFactor);
  }

  /** Sets the number of batches over which gradients are averaged for one update, at least 1. */
  public OptimizerOptions gradientAccumulationSteps(int gradientAccumulationSteps) {
    return with(
        draft ->
            draft.gradientAccumulationSteps =
                gradientAccumulationSteps == 1 ? null : (Integer) gradientAccumulationSteps);
  }

  /** Excludes variables from weight decay by substrings of their names. */
  public OptimizerOptions excludeFromWeightDecay(String... parts) {
    Arguments.requireNoNulls("parts", parts);
    return with(draft -> draft.excludeFromWeightDecay = List.of(parts));
  }

  private OptimizerOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.options();
  }

  /** Returns the options that are set, as text. */
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

  /** A mutable copy of the components. */
  private static final class Draft {
    private @Nullable Double weightDecay;
    private @Nullable Double clipnorm;
    private @Nullable Double clipvalue;
    private @Nullable Double globalClipnorm;
    private boolean useEma;
    private double emaMomentum;
    private @Nullable Integer emaOverwriteFrequency;
    private @Nullable Double lossScaleFactor;
    private @Nullable Integer gradientAccumulationSteps;
    private List<String> excludeFromWeightDecay;

    private Draft(OptimizerOptions from) {
      weightDecay = from.weightDecay;
      clipnorm = from.clipnorm;
      clipvalue = from.clipvalue;
      globalClipnorm = from.globalClipnorm;
      useEma = from.useEma;
      emaMomentum = from.emaMomentum;
      emaOverwriteFrequency = from.emaOverwriteFrequency;
      lossScaleFactor = from.lossScaleFactor;
      gradientAccumulationSteps = from.gradientAccumulationSteps;
      excludeFromWeightDecay = from.excludeFromWeightDecay;
    }

    private OptimizerOptions options() {
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
  }
}
