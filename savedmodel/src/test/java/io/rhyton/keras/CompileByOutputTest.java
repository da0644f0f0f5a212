package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.Findings;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.model.CompileReader;
import io.rhyton.keras.model.CompileWriter;
import io.rhyton.keras.model.KerasDialect;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compile configurations of models with two outputs. */
class CompileByOutputTest {
  private static final List<String> OUTPUTS = List.of("left", "right");
  private static final CompileSpec BY_NAME =
      CompileSpec.of(Adam.of())
          .loss("left", SparseCategoricalCrossentropy.of())
          .metrics("left", Accuracy.of())
          .loss("right", MeanSquaredError.of());

  private final Findings reasons = new Findings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        "loss": {"right": "mse", "left": "sparse_categorical_crossentropy"},
        "metrics": {"left": ["accuracy"]}
        """,
        """
        "loss": ["sparse_categorical_crossentropy", "mse"], "metrics": [["accuracy"], null]
        """,
        """
        "loss": ["sparse_categorical_crossentropy", "mse"], "metrics": {"left": "accuracy"},
        "loss_weights": [1, 1.0]
        """,
        """
        "loss": ["sparse_categorical_crossentropy", {"class_name": "MeanSquaredError",
         "config": {}}], "metrics": ["accuracy", []], "loss_weights": {"left": 1.0}
        """
      })
  void lossesMayBeGivenInAListOrByName(String config) {
    assertThat(read(config, KerasDialect.KERAS_3)).isEqualTo(BY_NAME);
    assertThat(reasons.reasons()).isEmpty();
  }

  @Test
  void anOutputMayHaveNoLoss() {
    assertThat(read("\"loss\": [null, \"mse\"]", KerasDialect.KERAS_3))
        .isEqualTo(CompileSpec.of(Adam.of()).noLoss("left").loss("right", MeanSquaredError.of()));
  }

  @Test
  void oneLossAppliesToBothOutputs() {
    assertThat(
            read(
                "\"loss\": \"mse\", \"metrics\": [[\"accuracy\"], [\"accuracy\"]]",
                KerasDialect.KERAS_3))
        .isEqualTo(CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of()));
  }

  @Test
  void oneLossWithDifferentWeightsOrMetricsIsReadPerOutput() {
    assertThat(
            read(
                "\"loss\": \"mse\", \"metrics\": [[], [\"accuracy\"]], \"loss_weights\": 0.5",
                KerasDialect.KERAS_3))
        .isEqualTo(
            CompileSpec.of(Adam.of())
                .loss("left", MeanSquaredError.of())
                .lossWeight("left", 0.5)
                .loss("right", MeanSquaredError.of())
                .lossWeight("right", 0.5)
                .metrics("right", Accuracy.of()));
  }

  @Test
  void keras2AppliesAListOfMetricsToEveryOutput() {
    String config = "\"loss\": \"mse\", \"metrics\": [\"accuracy\", \"binary_accuracy\"]";
    assertThat(read(config, KerasDialect.KERAS_2))
        .isEqualTo(
            CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of(), BinaryAccuracy.of()));
    assertThat(read(config, KerasDialect.KERAS_3))
        .isEqualTo(
            CompileSpec.of(Adam.of())
                .loss("left", MeanSquaredError.of())
                .metrics("left", Accuracy.of())
                .loss("right", MeanSquaredError.of())
                .metrics("right", BinaryAccuracy.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "loss": ["mse"] | .loss: expected one for each of the 2 outputs, got 1
          "loss": {"left": "mse", "wrong": "mse"} | .loss: expected names of the outputs [left, right], got 'wrong'
          "loss": ["mse", "none"] | .loss[1]: Rhyton has no loss 'none'
          "loss": "mse", "loss_weights": [1, "2"] | .loss_weights[1]: expected a finite number, got '2'
          "loss": "mse", "metrics": ["accuracy"] | .metrics: expected one for each of the 2 outputs, got 1
          "loss": "mse", "metrics": {"wrong": []} | .metrics: expected names of the outputs [left, right], got 'wrong'
          """)
  void mismatchesAreReported(String config, String reason) {
    assertThat(read(config, KerasDialect.KERAS_3)).isNull();
    assertThat(reasons.reasons()).containsExactly("compile_config" + reason);
  }

  static Stream<CompileSpec> compileSpecs() {
    return Stream.of(
        BY_NAME,
        BY_NAME.lossWeight("right", 0.25),
        BY_NAME.noLoss("right"),
        BY_NAME.metrics("left"),
        CompileSpec.of(Adam.of(), MeanSquaredError.of()),
        CompileSpec.of(Adam.of(), MeanSquaredError.of(), Accuracy.of(), BinaryAccuracy.of()));
  }

  @ParameterizedTest
  @MethodSource("compileSpecs")
  void compileConfigurationsSurviveARoundTrip(CompileSpec compile) {
    assertThat(read(CompileWriter.write(compile, 2), KerasDialect.KERAS_3)).isEqualTo(compile);
    assertThat(reasons.reasons()).isEmpty();
  }

  @Test
  void theOnlyOutputIsWrittenWithoutItsName() {
    CompileSpec compile =
        CompileSpec.of(Adam.of())
            .loss("end", MeanSquaredError.of())
            .lossWeight("end", 0.5)
            .metrics("end", Accuracy.of());
    ObjectNode written = CompileWriter.write(compile, 1);
    assertThat(written.get("loss")).hasToString("\"mean_squared_error\"");
    assertThat(written.get("loss_weights")).hasToString("0.5");
    assertThat(written.get("metrics")).hasToString("[\"accuracy\"]");
    assertReads(written, compile);
    CompileSpec plain = compile.lossWeight("end", 1);
    ObjectNode listed = CompileWriter.write(plain, 1);
    assertThat(listed.get("loss")).hasToString("[\"mean_squared_error\"]");
    assertReads(listed, plain);
  }

  private void assertReads(ObjectNode written, CompileSpec compile) {
    assertThat(
            new CompileReader(List.of("end"), KerasDialect.KERAS_3)
                .read(JsonValue.root(written, "", reasons)))
        .isEqualTo(compile);
  }

  private @Nullable CompileSpec read(String config, KerasDialect dialect) {
    try {
      return read(
          new ObjectMapper().readTree("{\"optimizer\": \"adam\", " + config + "}"), dialect);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private @Nullable CompileSpec read(JsonNode config, KerasDialect dialect) {
    return new CompileReader(OUTPUTS, dialect)
        .read(JsonValue.root(config, "compile_config", reasons));
  }
}
