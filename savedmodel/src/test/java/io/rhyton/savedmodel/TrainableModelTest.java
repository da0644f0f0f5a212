package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model that {@link SavedModel#readTrainable} returns. */
class TrainableModelTest {
  private static final float TOLERANCE = 1e-6f;

  @TempDir private Path temporary;

  private Path write(Model model) {
    Path folder = temporary.resolve("model");
    SavedModel.write(model, folder, SavedModel.withTraining());
    return folder;
  }

  @ParameterizedTest
  @EnumSource
  void itTrainsAsTheModelWouldHave(TrainingExample example) {
    Dataset data = example.data();
    try (Model model = example.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      for (int step = 0; step < 5; step++) {
        assertClose(read.trainOnBatch(data), model.trainOnBatch(data));
      }
      assertClose(read.weights(), model.weights());
      assertClose(read.optimizerState().slots(), model.optimizerState().slots());
      assertThat(read.optimizerState().iteration()).isEqualTo(7);
    }
  }

  /** Otherwise the test above could pass with a new optimizer state. */
  @Test
  void theOptimizerStateIsRestored() {
    try (Model model = TrainingExample.NESTEROV.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      assertThat(read.weights()).isEqualTo(model.weights());
      assertThat(read.optimizerState()).isEqualTo(model.optimizerState());
      assertThat(read.optimizerState().iteration()).isEqualTo(2);
    }
  }

  @Test
  void textHasPathAndShapes() {
    try (Model model = TrainingExample.NESTEROV.compiled()) {
      Path written = write(model);
      try (TrainableModel read = SavedModel.readTrainable(written)) {
        assertThat(read).hasToString("SavedModel '" + written + "': [?, 6] -> [?, 2]");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itEvaluatesAndPredictsAsTheModelDoes(TrainingExample example) {
    Dataset data = example.data();
    try (Model model = example.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      Weights before = read.weights();

      assertClose(read.evaluate(data), model.evaluate(data));
      assertThat(read.predict(data)).isEqualTo(model.predict(data));
      assertThat(read.predict(data.input().values(0)))
          .isEqualTo(model.predict(data.input().values(0)));
      assertThat(read.inputShape().asArray()).isEqualTo(model.inputShape().asArray());
      assertThat(read.outputShape().asArray()).isEqualTo(model.outputShape().asArray());
      assertThat(read.weights()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSavedModelResumesTrainingBitForBit(TrainingExample example) {
    Dataset data = example.data();
    Path again = temporary.resolve("again");
    try (Model model = example.compiled();
        TrainableModel first = SavedModel.readTrainable(write(model))) {
      first.trainOnBatch(data);
      first.save(again);
      try (TrainableModel second = SavedModel.readTrainable(again);
          Predictor predictor = SavedModel.read(again)) {
        assertThat(predictor.predict(data)).isEqualTo(first.predict(data));
        first.trainOnBatch(data);
        second.trainOnBatch(data);

        assertThat(second.weights()).isEqualTo(first.weights());
        assertThat(second.optimizerState()).isEqualTo(first.optimizerState());
      }
    }
  }

  @Test
  void savingLeavesTheFileThatWasRead() throws IOException {
    try (Model model = TrainingExample.NESTEROV.compiled()) {
      Path folder = write(model);
      try (TrainableModel read = SavedModel.readTrainable(folder)) {
        read.trainOnBatch(TrainingExample.NESTEROV.data());
        read.save(temporary.resolve("again"));
      }
      try (TrainableModel read = SavedModel.readTrainable(folder)) {
        assertThat(read.weights()).isEqualTo(model.weights());
      }
      assertThat(temporary.resolve("again").resolve("saved_model.pb"))
          .hasSameBinaryContentAs(folder.resolve("saved_model.pb"));
    }
  }

  @Test
  void itTrainsForSeveralEpochs() {
    try (Model model = TrainingExample.CLASS_INDICES.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      Dataset data = TrainingExample.CLASS_INDICES.data();
      double before = read.evaluate(data).loss();
      History history =
          read.fit(
              data,
              Fit.epochs(4).batchSize(10).validationSplit(0.25).seed(3L).progress(Progress.NONE));

      assertThat(history.epochs()).hasSize(4);
      assertThat(history.epochs().get(3).scores().values())
          .containsOnlyKeys("loss", "accuracy", "val_loss", "val_accuracy");
      assertThat(read.evaluate(data).loss()).isLessThan(before);
      assertThat(read.optimizerState().iteration()).isEqualTo(2 + 4 * 2);
    }
  }

  @Test
  void averagesReplaceTheWeightsAfterFit() {
    Dataset data = TrainingExample.AVERAGES.data();
    Fit fit = Fit.epochs(3).batchSize(24).shuffle(false).progress(Progress.NONE);
    try (Model model = TrainingExample.AVERAGES.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      model.fit(data, fit);
      read.fit(data, fit);

      assertClose(read.weights(), model.weights());
      assertThat(read.weights().values("dense/kernel"))
          .isEqualTo(read.optimizerState().slots().values("dense/kernel/average"));
    }
  }

  @Test
  void aScheduleResumes() {
    Dataset data = TrainingExample.NESTEROV.data();
    CompileSpec compile =
        CompileSpec.of(SGD.of(ExponentialDecay.of(0.1, 1, 0.5)), MeanSquaredError.of());
    try (Model model = Model.compile(TrainingExample.NESTEROV.spec(), compile)) {
      model.trainOnBatch(data);
      try (TrainableModel read = SavedModel.readTrainable(write(model))) {
        assertThat(read.optimizerState()).isEqualTo(model.optimizerState());
        assertThat(read.optimizerState().learningRate()).isNull();
        model.trainOnBatch(data);
        read.trainOnBatch(data);
        assertClose(read.weights(), model.weights());
      }
    }
  }

  @Test
  void aLoadedLearningRateIsUsed() {
    try (Model model = TrainingExample.TWO_METRICS.compiled();
        TrainableModel read = SavedModel.readTrainable(write(model))) {
      OptimizerState state = read.optimizerState();
      read.loadOptimizerState(new OptimizerState(state.iteration(), 0f, state.slots()));
      read.trainOnBatch(TrainingExample.TWO_METRICS.data());

      assertThat(read.weights()).isEqualTo(model.weights());
    }
  }

  @Test
  void aModelWithTrainingIsAlsoReadForPrediction() {
    Dataset data = TrainingExample.SEEDED_DROPOUT.data();
    try (Model model = TrainingExample.SEEDED_DROPOUT.compiled();
        Predictor saved = SavedModel.read(write(model))) {
      assertThat(saved.predict(data)).isEqualTo(model.predict(data));
    }
  }

  private static void assertClose(Scores actual, Scores expected) {
    assertThat(actual.values()).containsOnlyKeys(expected.values().keySet().toArray(String[]::new));
    for (Map.Entry<String, Double> score : expected.values().entrySet()) {
      assertThat(actual.get(score.getKey()))
          .as(score.getKey())
          .isCloseTo(score.getValue(), Offset.offset(1e-6));
    }
  }

  private static void assertClose(Weights actual, Weights expected) {
    assertThat(actual.names()).isEqualTo(expected.names());
    for (String name : expected.names()) {
      assertThat(actual.values(name))
          .as(name)
          .usingComparatorWithPrecision(TOLERANCE)
          .containsExactly(expected.values(name));
    }
  }
}
