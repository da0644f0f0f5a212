package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.fit.TrainingException;
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ModelFitTest {

  @Test
  void theLossDecreasesAndAllEpochsAreKept() {
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(SmallModels.images(64), SmallModels.fit(20));
      assertThat(history.epochs()).extracting(EpochLog::epoch).hasSize(20).startsWith(1, 2, 3);
      assertThat(history.metrics()).containsExactly("loss", "accuracy");
      List<Double> losses = history.values("loss");
      assertThat(losses.get(19)).isLessThan(losses.get(0) / 2);
      assertThat(model.evaluate(SmallModels.images(64)).get("accuracy")).isGreaterThan(0.9);
    }
  }

  @Test
  void oneSeedGivesIdenticalResults() {
    assertThat(trained(7, 70)).isEqualTo(trained(7, 70));
  }

  @Test
  void anotherSeedGivesAnotherResult() {
    assertThat(trained(7, 70)).isNotEqualTo(trained(8, 70));
  }

  private static Weights trained(long seed, int samples) {
    try (Model model = SmallModels.compiled(seed)) {
      model.fit(SmallModels.images(samples), SmallModels.fit(3));
      return model.weights();
    }
  }

  @Test
  void trainingInTwoCallsEqualsTrainingInOne() {
    Dataset data = SmallModels.images(70);
    try (Model model = SmallModels.compiled(7)) {
      model.fit(data, SmallModels.fit(1));
      History rest = model.fit(data, SmallModels.fit(3).initialEpoch(1));
      assertThat(rest.epochs()).extracting(EpochLog::epoch).containsExactly(2, 3);
      assertThat(model.weights()).isEqualTo(trained(7, 70));
    }
  }

  @Test
  void theValidationSplitIsTheEndOfTheDataBeforeShuffling() {
    float[][] samples = {{1}, {2}, {3}, {4}, {5}, {6}, {Float.NaN}, {Float.NaN}};
    Dataset lastQuarterIsNaN = Dataset.vectors(samples, new float[8][1]);
    try (Model model = line()) {
      History history = model.fit(lastQuarterIsNaN, SmallModels.fit(2).validationSplit(0.25));
      assertThat(history.values("loss")).allMatch(Double::isFinite);
      assertThat(history.values("val_loss")).allMatch(loss -> loss.isNaN());
    }
  }

  @Test
  void validationScoresEqualThoseOfEvaluate() {
    Dataset validation = SmallModels.images(22);
    try (Model model = SmallModels.compiled(1)) {
      History history =
          model.fit(SmallModels.images(40), SmallModels.fit(2).validationData(validation));
      assertThat(history.last().scores().get("val_loss"))
          .isEqualTo(model.evaluate(validation, 16).loss());
    }
  }

  @Test
  void trainOnBatchEqualsAnEpochOfOneBatch() {
    Dataset data = SmallModels.images(16);
    try (Model one = SmallModels.compiled(3);
        Model other = SmallModels.compiled(3)) {
      Scores scores = one.trainOnBatch(data);
      History history = other.fit(data, SmallModels.fit(1).shuffle(false));
      assertThat(scores).isEqualTo(history.last().scores());
      assertThat(one.weights()).isEqualTo(other.weights());
    }
  }

  @Test
  void aNonFiniteLossStopsTrainingAndNamesEpochAndStep() {
    float[][] samples = {{1}, {1}, {1e30f}, {1}};
    Dataset data = Dataset.vectors(samples, new float[][] {{1}, {1}, {1}, {1}});
    try (Model model = line()) {
      assertThatThrownBy(
              () ->
                  model.fit(
                      data, Fit.epochs(2).batchSize(1).shuffle(false).progress(Progress.NONE)))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "Epoch 1, step 3: expected a finite loss, got Infinity. Lower the learning rate, "
                  + "or look for NaN and very large values in the data.")
          .satisfies(
              e -> {
                assertThat(((TrainingException) e).epoch()).isEqualTo(1);
                assertThat(((TrainingException) e).step()).isEqualTo(3);
              });
    }
  }

  @Test
  void aNonFiniteSampleIsReportedBeforeTraining() {
    float[][] samples = {{1}, {2}, {Float.NaN}};
    Dataset data = Dataset.vectors(samples, new float[][] {{1}, {1}, {1}});
    try (Model model = line()) {
      Weights before = model.weights();
      String message =
          "Data set: expected finite values, got NaN in sample %s. "
              + "Leave the sample out, or replace the value.";
      assertThatThrownBy(() -> model.fit(data, SmallModels.fit(1)))
          .isInstanceOf(DataException.class)
          .hasMessage(message, 2);
      assertThatThrownBy(() -> model.trainOnBatch(data.skip(1)))
          .isInstanceOf(DataException.class)
          .hasMessage(message, 1);
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void aNonFiniteWeightStopsTrainingAtTheEndOfTheEpoch() {
    try (Model model = SmallModels.compiled(1)) {
      Weights.Builder damaged = Weights.builder();
      Weights weights = model.weights();
      for (String name : weights.names()) {
        float[] values = weights.values(name);
        // It is used only in inference mode, so that the training loss stays finite.
        if (name.equals("batch_normalization/moving_mean")) {
          values[1] = Float.NaN;
        }
        damaged.add(name, weights.shape(name), values);
      }
      model.loadWeights(damaged.build());
      assertThatThrownBy(() -> model.fit(SmallModels.images(40), SmallModels.fit(2)))
          .isInstanceOf(TrainingException.class)
          .hasMessage(
              "Epoch 1, step 3: expected finite weights, got NaN in "
                  + "'batch_normalization/moving_mean'. Lower the learning rate.");
    }
  }

  @MustBeClosed
  private static Model line() {
    return Model.compile(
        Sequential.vector(1).add(Dense.of(1)).build("line"),
        CompileSpec.of(SGD.of(0.01), MeanSquaredError.of()));
  }

  @Test
  @Timeout(30)
  void anInterruptEndsTrainingAndLeavesTheModelUsable() throws InterruptedException {
    try (Model model = SmallModels.compiled(1)) {
      AtomicReference<@Nullable History> result = new AtomicReference<>();
      AtomicBoolean stillInterrupted = new AtomicBoolean();
      Thread trainer =
          new Thread(
              () -> {
                result.set(model.fit(SmallModels.images(64), SmallModels.fit(1_000_000)));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
              });
      trainer.start();
      Thread.sleep(200);
      trainer.interrupt();
      trainer.join();
      History history = result.get();
      assertThat(history).isNotNull();
      assertThat(history.interrupted()).isTrue();
      assertThat(stillInterrupted).isTrue();
      assertThat(model.evaluate(SmallModels.images(10)).loss()).isFinite();
    }
  }

  @Test
  void bfloat16TrainsToo() {
    try (Model model =
        Model.compile(
            SmallModels.spec(),
            SmallModels.COMPILE,
            Execution.defaults().seed(1).dtypePolicy(DTypePolicy.MIXED_BFLOAT16))) {
      List<Double> losses = model.fit(SmallModels.images(64), SmallModels.fit(20)).values("loss");
      assertThat(losses.get(19)).isLessThan(losses.get(0) / 2);
    }
  }
}
