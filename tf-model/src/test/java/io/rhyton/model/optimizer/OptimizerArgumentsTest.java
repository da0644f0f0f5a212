package io.rhyton.model.optimizer;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options out of range are rejected when the record is created. */
class OptimizerArgumentsTest {

  @ParameterizedTest
  @MethodSource({"optimizers", "options", "schedules"})
  void invalidArgumentsAreRejectedWithNameRangeAndValue(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
        wrong(() -> AdamW.of(-1), "learningRate must be > 0 and finite, got -1.0"),
        wrong(() -> AdamW.of().options(OptimizerOptions.of()), "weightDecay must be set, got none"),
        wrong(() -> Adamax.of().beta2(1), "beta2 must be >= 0 and < 1, got 1.0"),
        wrong(() -> Nadam.of().epsilon(0), "epsilon must be > 0 and finite, got 0.0"),
        wrong(() -> RMSprop.of().rho(1), "rho must be >= 0 and < 1, got 1.0"),
        wrong(() -> RMSprop.of().momentum(-1), "momentum must be >= 0 and < 1, got -1.0"),
        wrong(
            () -> Adagrad.of().initialAccumulatorValue(-1),
            "initialAccumulatorValue must be >= 0 and finite, got -1.0"),
        wrong(() -> Adadelta.of().rho(-1), "rho must be >= 0 and < 1, got -1.0"),
        wrong(() -> Lion.of().beta1(0), "beta1 must be > 0 and finite, got 0.0"),
        wrong(() -> Lion.of().beta1(2), "beta1 must be >= 0 and <= 1, got 2.0"),
        wrong(
            () -> Ftrl.of().learningRatePower(1),
            "learningRatePower must be <= 0 and finite, got 1.0"),
        wrong(() -> Ftrl.of().beta(-1), "beta must be >= 0 and finite, got -1.0"));
  }

  static Stream<Arguments> options() {
    return Stream.of(
        wrong(() -> SGD.of().weightDecay(-1), "weightDecay must be >= 0 and finite, got -1.0"),
        wrong(() -> SGD.of().clipnorm(0), "clipnorm must be > 0 and finite, got 0.0"),
        wrong(() -> SGD.of().clipvalue(0), "clipvalue must be > 0 and finite, got 0.0"),
        wrong(() -> SGD.of().globalClipnorm(0), "globalClipnorm must be > 0 and finite, got 0.0"),
        wrong(
            () -> SGD.of().clipnorm(1).clipvalue(1),
            "at most one of clipnorm, clipvalue and globalClipnorm may be set, got several"),
        wrong(() -> SGD.of().emaMomentum(1.5), "emaMomentum must be >= 0 and <= 1, got 1.5"),
        wrong(() -> SGD.of().emaOverwriteFrequency(0), "emaOverwriteFrequency must be > 0, got 0"),
        wrong(() -> SGD.of().lossScaleFactor(0), "lossScaleFactor must be > 0 and finite, got 0.0"),
        wrong(
            () -> SGD.of().gradientAccumulationSteps(0),
            "gradientAccumulationSteps must be >= 2, got 0"));
  }

  static Stream<Arguments> schedules() {
    return Stream.of(
        wrong(() -> LearningRate.of(0), "learningRate must be > 0 and finite, got 0.0"),
        wrong(() -> CosineDecay.of(-1, 1), "initialLearningRate must be >= 0 and finite, got -1.0"),
        wrong(() -> CosineDecay.of(1, 0), "decaySteps must be > 0, got 0"),
        wrong(
            () -> CosineDecay.of(1, 1).warmup(-1, 1),
            "warmupTarget must be >= 0 and finite, got -1.0"),
        wrong(() -> CosineDecay.of(1, 1).warmup(1, -1), "warmupSteps must be >= 0, got -1"),
        wrong(() -> CosineDecayRestarts.of(1, 0), "firstDecaySteps must be > 0, got 0"),
        wrong(
            () -> CosineDecayRestarts.of(1, 1).tMul(0.5), "tMul must be >= 1 and finite, got 0.5"),
        wrong(() -> ExponentialDecay.of(1, 1, 0), "decayRate must be > 0 and finite, got 0.0"),
        wrong(() -> InverseTimeDecay.of(1, 1, -1), "decayRate must be >= 0 and finite, got -1.0"),
        wrong(() -> PolynomialDecay.of(1, 1).power(-1), "power must be >= 0 and finite, got -1.0"),
        wrong(
            () -> PiecewiseConstantDecay.of(List.of(1L), List.of(1.0)),
            "values must have one element more than boundaries, which must not be empty, got 1 and"
                + " 1"),
        wrong(
            () -> PiecewiseConstantDecay.of(List.of(2L, 2L), List.of(1.0, 1.0, 1.0)),
            "boundaries must be in ascending order, got [2, 2]"),
        wrong(
            () -> PiecewiseConstantDecay.of(List.of(2L), List.of(1.0, -1.0)),
            "values must be >= 0 and finite, got -1.0"));
  }

  @Test
  void commonOptionsAreSetOnTheOptimizerItself() {
    Adam adam = Adam.of(0.5).clipnorm(1).useEma(true).excludeFromWeightDecay("bias").beta1(0.5);
    assertThat(adam)
        .isEqualTo(
            Adam.of(LearningRate.of(0.5))
                .beta1(0.5)
                .options(
                    OptimizerOptions.of().clipnorm(1).useEma(true).excludeFromWeightDecay("bias")));
    assertThat(AdamW.of().clipvalue(1).options().weightDecay()).isEqualTo(0.004);
  }
}
