package io.rhyton.model.objective;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.compile.Objective;
import io.rhyton.model.objective.FBetaScore.Average;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options of losses and metrics out of range. */
class ObjectiveArgumentsTest {

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        wrong(
            () -> BinaryCrossentropy.of().labelSmoothing(1.5),
            "labelSmoothing must be >= 0 and <= 1, got 1.5"),
        wrong(
            () -> CategoricalCrossentropy.of().labelSmoothing(-1),
            "labelSmoothing must be >= 0 and <= 1, got -1.0"),
        wrong(
            () -> BinaryFocalCrossentropy.of().gamma(-1),
            "gamma must be >= 0 and finite, got -1.0"),
        wrong(
            () -> CategoricalFocalCrossentropy.of().alpha(Double.NaN),
            "alpha must be finite, got NaN"),
        wrong(() -> Huber.of().delta(0), "delta must be > 0 and finite, got 0.0"),
        wrong(() -> Tversky.of().beta(-1), "beta must be >= 0 and finite, got -1.0"),
        wrong(() -> BinaryAccuracy.of().threshold(Double.NaN), "threshold must be finite, got NaN"),
        wrong(() -> TopKCategoricalAccuracy.of().k(0), "k must be > 0, got 0"),
        wrong(() -> Precision.of().thresholds(2), "thresholds must be >= 0 and <= 1, got 2.0"),
        wrong(() -> Precision.of().topK(0), "topK must be > 0, got 0"),
        wrong(() -> Recall.of().classId(-1), "classId must be >= 0, got -1"),
        wrong(() -> SensitivityAtSpecificity.of(2), "specificity must be >= 0 and <= 1, got 2.0"),
        wrong(() -> PrecisionAtRecall.of(0.5).numThresholds(0), "numThresholds must be > 0, got 0"),
        wrong(() -> AUC.of().numThresholds(1), "numThresholds must be > 1, got 1"),
        wrong(
            () -> F1Score.of(Average.MACRO).threshold(0),
            "threshold must be > 0 and <= 1, got 0.0"),
        wrong(() -> FBetaScore.of(Average.MACRO).beta(0), "beta must be > 0 and finite, got 0.0"),
        wrong(
            () -> FBetaScore.of(Average.MACRO).threshold(2),
            "threshold must be > 0 and <= 1, got 2.0"),
        wrong(() -> MeanIoU.of(0), "numClasses must be > 0, got 0"),
        wrong(() -> IoU.of(2, List.of(0, 2)), "targetClassIds must be from 0 to 1, got [0, 2]"),
        wrong(
            () -> BinaryIoU.of().targetClassIds(List.of()),
            "targetClassIds must be from 0 to 1, got []"),
        wrong(
            () -> NamedMetric.of(Accuracy.of(), "hits"),
            "metric must be one of Keras's classes, got Accuracy"),
        wrong(
            () -> NamedMetric.of(NamedMetric.of(AUC.of(), "a"), "b"),
            "metric must be one of Keras's classes, got NamedMetric"),
        wrong(() -> NamedMetric.of(AUC.of(), ""), "name must not be empty"));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void invalidArgumentsAreRejectedOnConstruction(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void customNamesDistinguishMetricsOfTheSameType() {
    Objective objective =
        Objective.of(
            MeanSquaredError.of(), AUC.of(), NamedMetric.of(AUC.of().multiLabel(true), "each"));
    assertThat(objective.metrics()).extracting(Metric::name).containsExactly("auc", "each");
  }
}
