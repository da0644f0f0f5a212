package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.SpecException;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.training.AUC;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.F1Score;
import io.rhyton.model.training.FBetaScore.Average;
import io.rhyton.model.training.MeanIoU;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.Precision;
import io.rhyton.model.training.R2Score;
import io.rhyton.model.training.Recall;
import io.rhyton.model.training.SGD;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
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
            "Metric 'recall': expected a model output with a class 3, got [?, 3]. Choose another"
                + " classId, or give the model more outputs."),
        argumentSet(
            "class of the largest",
            Precision.of().topK(2).classId(4),
            "Metric 'precision': expected a model output with a class 4, got [?, 3]. Choose another"
                + " classId, or give the model more outputs."),
        argumentSet(
            "largest",
            Precision.of().topK(4),
            "Metric 'precision': expected a model output of at least 4 values, got [?, 3]. Choose a"
                + " smaller topK, or give the model more outputs."));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void areRejectedWhenTheModelIsCompiled(Metric metric, String message) {
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
            "Metric 'mean_io_u': expected as many predicted class numbers as labels, got [?, 3]."
                + " Set sparseYPred to false for outputs that are one value a class.");
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
                + " with Flatten or a pooling of the whole, or use another metric.");
  }

  private static ModelSpec vectors() {
    return Sequential.vector(2).add(Dense.of(3)).build("vectors");
  }
}
