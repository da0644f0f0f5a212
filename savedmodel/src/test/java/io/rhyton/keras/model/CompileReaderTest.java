package io.rhyton.keras.model;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.LogCoshError;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsupported parts of a compile configuration are reported, and the model is still read. */
class CompileReaderTest {

  @Test
  void everyProblemIsReportedAndTheModelIsStillRead() {
    ParsedConfig config =
        compiled(
            """
            {"optimizer": {"class_name": "SGD", "config": {"learning_rate": {"class_name":
             "LinearDecay", "config": {}}, "clipnorm": 1.0, "use_ema": true,
             "ema_momentum": 0.5, "weight_decay": 0.004}},
             "loss": {"class_name": "CategoricalCrossentropy", "config": {"axis": 1,
              "reduction": "sum"}},
             "metrics": ["accuracy", {"class_name": "Sum", "config": {}}], "loss_weights": [2.0],
             "weighted_metrics": ["accuracy"]}\
            """);
    assertThat(config.model().layers()).hasSize(1);
    assertThat(config.compile()).isNull();
    assertThat(config.notCompiled())
        .containsExactly(
            "compile_config.optimizer.config.learning_rate: Rhyton has no learning rate schedule"
                + " 'LinearDecay'",
            "compile_config.loss.config.reduction: expected 'sum_over_batch_size' or 'auto' or"
                + " 'mean', got 'sum'",
            "compile_config.loss.config.axis: expected -1, got 1",
            "compile_config.metrics[1]: Rhyton has no metric 'Sum'",
            "compile_config.weighted_metrics: expected none, got ['accuracy']");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "muon"    | "mse" | optimizer: Rhyton has no optimizer 'muon'
          "adam"    | "ctc" | loss: Rhyton has no loss 'ctc'
          "adam"    | {"class_name": "Huber", "config": {"delta": 0}} | loss: delta must be > 0 and finite, got 0.0
          "adam"    | {"class_name": "Dice", "config": {"axis": [1, 2]}} | loss.config.axis: Rhyton has no such option, got [1, 2]
          null      | "mse" | optimizer_config: expected an object, got nothing
          "adam"    | 5     | loss: expected an object, got 5
          "adam"    | ["mse", "mse"] | loss: expected one for each of the 1 outputs, got 2
          "adam"    | {"other": "mse"} | loss: expected names of the outputs [image], got 'other'
          {"class_name": "Adam", "config": {"amsgrad": 1}} | "mse" | optimizer.config.amsgrad: expected true or false, got 1
          {"class_name": "Adam", "config": {"clipnorm": 1, "clipvalue": 1}} | "mse" | optimizer: at most one of clipnorm, clipvalue and globalClipnorm may be set, got several
          {"class_name": "Adam", "config": {"learning_rate": -1}} | "mse" | optimizer: learningRate must be > 0 and finite, got -1.0
          {"class_name": "Adam", "config": {"decay": 0.1}} | "mse" | optimizer.config.decay: expected 0, got 0.1
          {"class_name": "LossScaleOptimizer", "config": {}} | "mse" | optimizer.config.inner_optimizer: expected an object, got nothing
          {"class_name": "LossScaleOptimizer", "config": 5} | "mse" | optimizer.config: expected an object, got 5
          {"class_name": "LossScaleOptimizer", "config": {"inner_optimizer": "muon"}} | "mse" | optimizer.config.inner_optimizer: Rhyton has no optimizer 'muon'
          {"class_name": "LossScaleOptimizer", "config": {"inner_optimizer": "sgd", "dynamic_growth_steps": 500}} | "mse" | optimizer.config.dynamic_growth_steps: expected 2000, got 500
          {"class_name": "LossScaleOptimizer", "config": {"inner_optimizer": "sgd", "initial_scale": 1024}} | "mse" | optimizer.config.initial_scale: expected 32768.0, got 1024
          {"class_name": "LossScaleOptimizer", "config": {"inner_optimizer": "sgd", "dynamic": false}} | "mse" | optimizer.config.dynamic: expected true, got false
          {"class_name": "LossScaleOptimizer", "registered_name": "mine>LossScaleOptimizer", "config": {}} | "mse" | optimizer: Rhyton has no optimizer 'LossScaleOptimizer'
          {"class_name": "Adam", "config": 5} | "mse" | optimizer.config: expected an object, got 5
          """)
  void aProblemIsReportedWithItsPath(String optimizer, String loss, String reason) {
    ParsedConfig config = compiled("{\"optimizer\": %s, \"loss\": %s}".formatted(optimizer, loss));
    assertThat(config.compile()).isNull();
    assertThat(config.notCompiled()).containsExactly("compile_config." + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ["accuracy", "acc"] | : metric 'accuracy' is listed twice
          [5] | .metrics[0]: expected an object, got 5
          [{"class_name": "Accuracy", "config": {"name": "accuracy"}}] | .metrics[0]: Rhyton has no metric 'Accuracy'
          [{"class_name": "MeanMetricWrapper", "config": {"name": "own", "fn": "own"}}] | .metrics[0].config.fn: Rhyton has no metric 'own'
          [{"class_name": "Precision", "config": {"thresholds": [0.1, 0.9]}}] | .metrics[0].config.thresholds: expected one threshold, got [0.1, 0.9]
          [{"class_name": "F1Score", "config": {}}] | .metrics[0].config.average: expected 'micro' or 'macro' or 'weighted', got none
          [{"class_name": "R2Score", "config": {"class_aggregation": null}}] | .metrics[0].config.class_aggregation: expected 'uniform_average' or 'variance_weighted_average', got none
          [{"class_name": "AUC", "config": {"curve": "PRGAIN"}}] | .metrics[0].config.curve: expected 'ROC' or 'PR', got 'PRGAIN'
          [{"class_name": "AUC", "config": {"label_weights": [1.0]}}] | .metrics[0].config.label_weights: Rhyton has no such option, got [1.0]
          [{"class_name": "IoU", "config": {"num_classes": 2, "target_class_ids": [2]}}] | .metrics[0]: targetClassIds must be from 0 to 1, got [2]
          [{"class_name": "IoU", "config": {"num_classes": 2, "target_class_ids": 1}}] | .metrics[0].config.target_class_ids: expected a list of integers, got 1
          """)
  void anUnsupportedMetricIsReported(String metrics, String reason) {
    ParsedConfig config =
        compiled("{\"optimizer\": \"sgd\", \"loss\": \"mse\", \"metrics\": %s}".formatted(metrics));
    assertThat(config.compile()).isNull();
    assertThat(config.notCompiled()).containsExactly("compile_config" + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}"})
  void aModelThatWasNotCompiledHasNoProblems(String config) {
    assertThat(compiled(config).compile()).isNull();
    assertThat(compiled(config).notCompiled()).isEmpty();
  }

  @Test
  void aCompileConfigOfTheWrongTypeIsReported() {
    assertThat(compiled("5").notCompiled())
        .containsExactly("compile_config: expected an object, got 5");
  }

  @Test
  void aMetricHasItsNameInKerasLogs() {
    ParsedConfig config =
        compiled(
            """
            {"optimizer": "sgd", "loss": "huber", "metrics": ["mae", "auc", "mean_squared_error",
             {"class_name": "Precision", "config": {"name": "hits", "thresholds": [0.25]}},
             {"class_name": "MeanMetricWrapper", "config": {"name": "logcosh", "fn": "logcosh"}}]}\
            """);
    assertThat(config.notCompiled()).isEmpty();
    assertThat(config.compile())
        .isEqualTo(
            CompileSpec.of(
                SGD.of(),
                Huber.of(),
                NamedMetric.of(MeanAbsoluteError.of(), "mae"),
                AUC.of(),
                MeanSquaredError.of(),
                NamedMetric.of(Precision.of().thresholds(0.25), "hits"),
                LogCoshError.of()));
  }

  @Test
  void lossesAndMetricsMayBeInLists() {
    ParsedConfig config =
        compiled(
            """
            {"optimizer": "adam", "loss": ["mse"], "metrics": [["accuracy", "binary_accuracy"]],
             "run_eagerly": true, "steps_per_execution": 8, "jit_compile": "auto"}\
            """);
    assertThat(config.notCompiled()).isEmpty();
    assertThat(config.compile())
        .isEqualTo(
            CompileSpec.of(Adam.of())
                .loss("image", MeanSquaredError.of())
                .metrics("image", Accuracy.of(), BinaryAccuracy.of()));
  }

  @Test
  void lossesAndMetricsMayBeGivenByOutputName() {
    ParsedConfig config =
        compiled(
            """
            {"optimizer": "SGD", "loss": {"image": "categorical_crossentropy"},
             "metrics": {"image": ["acc"]}}\
            """);
    assertThat(config.notCompiled()).isEmpty();
    assertThat(config.compile())
        .isEqualTo(
            CompileSpec.of(SGD.of())
                .loss("image", CategoricalCrossentropy.of())
                .metrics("image", Accuracy.of()));
  }

  @Test
  void optionsOfAllOptimizersAreRead() {
    ParsedConfig config =
        compiled(
            """
            {"optimizer": {"class_name": "AdamW", "config": {"learning_rate":
              {"class_name": "CosineDecay", "config": {"initial_learning_rate": 0, "decay_steps": 9,
               "warmup_target": 0.5, "warmup_steps": 3, "name": "CosineDecay"}},
              "global_clipnorm": 2, "use_ema": true, "ema_overwrite_frequency": 5,
              "gradient_accumulation_steps": 4, "loss_scale_factor": 8}}, "loss": "mse"}\
            """);
    assertThat(config.notCompiled()).isEmpty();
    assertThat(config.compile())
        .isEqualTo(
            CompileSpec.of(
                AdamW.of(CosineDecay.of(0, 9).warmup(0.5, 3))
                    .globalClipnorm(2)
                    .useEma(true)
                    .emaOverwriteFrequency(5)
                    .gradientAccumulationSteps(4)
                    .lossScaleFactor(8),
                MeanSquaredError.of()));
  }

  @Test
  void anOldOptimizerOfKeras2IsRead() {
    ParsedConfig config =
        read(
            chain()
                .replaceFirst(
                    "}$",
                    """
                    , "training_config": {"optimizer_config": {"class_name": "Custom>SGD",
                     "config": {"name": "SGD", "lr": 0.10000000149011612, "decay": 0.0,
                      "momentum": 0.9}}, "loss": "mean_squared_error", "metrics": [],
                     "sample_weight_mode": null}}\
                    """));
    assertThat(config.notCompiled()).isEmpty();
    assertThat(config.compile())
        .isEqualTo(CompileSpec.of(SGD.of(0.1).momentum(0.9), MeanSquaredError.of()));
  }

  private static ParsedConfig compiled(String config) {
    return read(chain().replaceFirst("}$", ", \"compile_config\": " + config + "}"));
  }
}
