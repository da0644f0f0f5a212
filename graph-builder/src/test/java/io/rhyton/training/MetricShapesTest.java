package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.error.SpecException;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.F1Score;
import io.rhyton.model.objective.FBetaScore.Average;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.objective.R2Score;
import io.rhyton.model.objective.Recall;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.SGD;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics that do not fit a model's output. */
class MetricShapesTest {

  static Stream<Arguments> unfit() {
    return Stream.of(
        argumentSet(
            "class",
            Recall.of().classId(3),
            "Metric 'recall': expected a model output with class 3, got [?, 3]. Choose another"
                + " classId, or give the model more outputs."),
        argumentSet(
            "class of the largest",
            Precision.of().topK(2).classId(4),
            "Metric 'precision': expected a model output with class 4, got [?, 3]. Choose another"
                + " classId, or give the model more outputs."),
        argumentSet(
            "largest",
            Precision.of().topK(4),
            "Metric 'precision': expected a model output of at least 4 values, got [?, 3]. Choose a"
                + " smaller topK, or give the model more outputs."));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void unsuitableShapesAreRejectedWhenTheModelIsCompiled(Metric metric, String message) {
    CompileSpec compile = CompileSpec.of(SGD.of(), MeanSquaredError.of(), metric);
    assertThatThrownBy(() -> Model.compile(vectors(), compile).close())
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void classIndicesAreNotComparedToOneValuePerClass() {
    CompileSpec compile =
        CompileSpec.of(SGD.of(), SparseCategoricalCrossentropy.of(), MeanIoU.of(3));
    assertThatThrownBy(() -> Model.compile(vectors(), compile).close())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Metric 'mean_io_u': expected one predicted class index per label, got [?, 3]."
                + " Set sparseYPred to false for outputs with one value per class.");
  }

  static Stream<Metric> ofRows() {
    return Stream.of(AUC.of().multiLabel(true), F1Score.of(Average.MACRO), R2Score.of());
  }

  @ParameterizedTest
  @MethodSource("ofRows")
  void scoresPerOutputRequireRows(Metric metric) {
    CompileSpec compile = CompileSpec.of(SGD.of(), MeanSquaredError.of(), metric);
    assertThatThrownBy(
            () -> Model.compile(Sequential.image(2, 2, 3).build("images"), compile).close())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Metric '"
                + metric.name()
                + "': expected a model output [batch, outputs], got [?, 2, 2, 3]. End the model"
                + " with Flatten or global pooling, or use another metric.");
  }

  private static ModelSpec vectors() {
    return Sequential.vector(2).add(Dense.of(3)).build("vectors");
  }
}
