package io.rhyton.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.training.Model;
import io.rhyton.training.SmallModels;
import io.rhyton.training.fit.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackTest {
  private static final Dataset DATA = SmallModels.images(70);

  @Test
  void methodsAreCalledInTrainingOrder() {
    Recorder recorder = new Recorder();
    try (Model model = SmallModels.compiled(1)) {
      model.fit(DATA, SmallModels.fit(2).batchSize(35).callbacks(recorder));
    }
    assertThat(recorder.calls)
        .containsExactly(
            "begin 0", "epoch 1", "step 1", "step 2", "end 1", "epoch 2", "step 1", "step 2",
            "end 2", "over 2");
  }

  @Test
  void runningScoresOfTheLastStepEqualTheEpochs() {
    List<Scores> seen = new ArrayList<>();
    Callback last =
        new Callback() {
          @Override
          public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
            if (step == 5) {
              seen.add(running.get());
            }
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(DATA, SmallModels.fit(2).callbacks(last));
      assertThat(history.epochs()).extracting(EpochLog::scores).isEqualTo(seen);
    }
  }

  @Test
  void loggedValuesAreSeenByLaterCallbacksAndKept() {
    Recorder recorder = new Recorder();
    try (Model model = SmallModels.compiled(1)) {
      History history = model.fit(DATA, SmallModels.fit(2).callbacks(new Logger(), recorder));
      assertThat(history.values("half")).containsExactly(0.5, 1.0);
      assertThat(recorder.metrics).containsExactly("loss", "accuracy", "half");
      assertThat(recorder.logs.get(1).scores().get("half")).isEqualTo(1.0);
    }
  }

  @Test
  void loggingOutsideOfOnEpochEndIsRejected() {
    Callback early =
        new Callback() {
          @Override
          public void onTrainBegin(Training training) {
            training.log("half", 1);
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      assertThatThrownBy(() -> model.fit(DATA, SmallModels.fit(1).callbacks(early)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("'half' can be logged only in onEpochEnd");
    }
  }

  @Test
  void stopEndsTrainingAfterTheStepAndKeepsTheEpochsScores() {
    Callback stop =
        new Callback() {
          @Override
          public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
            if (training.epoch() == 2 && step == 2) {
              training.stop("enough");
              training.stop("more than enough");
            }
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      Fit fit = SmallModels.fit(9).batchSize(16).validationData(DATA).callbacks(stop);
      History history = model.fit(DATA, fit);
      assertThat(history.stopReason()).contains("enough");
      assertThat(history.interrupted()).isFalse();
      assertThat(history.values("val_loss")).hasSize(2).doesNotContain(Double.NaN);
      assertThat(model.optimizerState().iteration()).isEqualTo(5 + 2);
      assertThat(model.fit(DATA, SmallModels.fit(1)).stopReason()).isEmpty();
    }
  }

  @Test
  void anExceptionEndsTrainingAndLeavesTheModelUsable() {
    IllegalStateException cause = new IllegalStateException("disk on fire");
    Callback broken =
        new Callback() {
          @Override
          public void onEpochEnd(Training training, EpochLog log) {
            throw cause;
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      assertThatThrownBy(() -> model.fit(DATA, SmallModels.fit(2).callbacks(broken)))
          .isSameAs(cause);
      assertThat(model.fit(DATA, SmallModels.fit(1)).epochs()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aCallbackMayThrowInAnyMethod(Moment moment) {
    IllegalStateException cause = new IllegalStateException("disk on fire");
    List<String> exits = new ArrayList<>();
    Callback other =
        new Callback() {
          @Override
          public void onTrainExit(Training training) {
            exits.add("exit");
            throw new IllegalArgumentException("and so is the kitchen");
          }
        };
    for (int run = 0; run < 2; run++) {
      long before = Pointer.totalCount();
      try (Model model = SmallModels.compiled(1)) {
        Fit fit = SmallModels.fit(2).callbacks(new Broken(moment, cause), other);
        assertThatThrownBy(() -> model.fit(DATA, fit))
            .isSameAs(cause)
            .hasSuppressedException(new IllegalArgumentException("and so is the kitchen"));
        assertThat(model.fit(DATA, SmallModels.fit(1)).epochs()).hasSize(1);
      }
      if (run > 0) {
        assertThat(Pointer.totalCount()).isEqualTo(before);
      }
    }
    assertThat(exits).hasSize(2);
  }

  /** The methods of a callback. */
  private enum Moment {
    TRAIN_BEGIN,
    EPOCH_BEGIN,
    BATCH_END,
    EPOCH_END,
    PROGRESS,
    TRAIN_END,
    TRAIN_EXIT
  }

  private record Broken(Moment moment, IllegalStateException cause) implements Callback {
    private void at(Moment now) {
      if (now == moment) {
        throw cause;
      }
    }

    @Override
    public void onTrainBegin(Training training) {
      at(Moment.TRAIN_BEGIN);
    }

    @Override
    public void onEpochBegin(Training training) {
      at(Moment.EPOCH_BEGIN);
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      at(Moment.BATCH_END);
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      at(Moment.EPOCH_END);
    }

    @Override
    public void onProgress(Training training) {
      at(Moment.PROGRESS);
    }

    @Override
    public void onTrainEnd(Training training, History history) {
      at(Moment.TRAIN_END);
    }

    @Override
    public void onTrainExit(Training training) {
      at(Moment.TRAIN_EXIT);
    }
  }

  @Test
  void learningRateCanBeReadAndSet() {
    List<Float> seen = new ArrayList<>();
    Callback halving =
        new Callback() {
          @Override
          public void onEpochEnd(Training training, EpochLog log) {
            seen.add(training.learningRate());
            training.learningRate(training.learningRate() / 2);
          }
        };
    try (Model model = SmallModels.compiled(1)) {
      model.fit(DATA, SmallModels.fit(3).callbacks(halving));
      assertThat(seen).containsExactly(0.01f, 0.005f, 0.0025f);
      assertThat(model.optimizerState().learningRate()).isEqualTo(0.00125f);
    }
  }

  @Test
  void settingTheLearningRateOfAScheduleIsRejected() {
    Callback reading =
        new Callback() {
          @Override
          public void onTrainBegin(Training training) {
            training.learningRate();
          }
        };
    try (Model model =
        Model.compile(
            SmallModels.spec(),
            Adam.of(CosineDecay.of(0.01, 100)),
            SparseCategoricalCrossentropy.of())) {
      assertThatThrownBy(() -> model.fit(DATA, SmallModels.fit(1).callbacks(reading)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the learning rate follows a schedule and cannot be set;"
                  + " compile the optimizer with a constant learning rate");
    }
  }

  @Test
  void validationRunsEveryNEpochs() {
    try (Model model = SmallModels.compiled(1)) {
      Fit fit = SmallModels.fit(5).validationSplit(0.2).validationFreq(2);
      assertThat(model.fit(DATA, fit).values("val_loss").stream().map(value -> value.isNaN()))
          .containsExactly(true, false, true, false, true);
    }
  }

  @Test
  void epochsOfFixedStepsContinueInTheData() {
    try (Model whole = SmallModels.compiled(1);
        Model parts = SmallModels.compiled(1)) {
      // 64 samples in batches of 16: one pass is four steps.
      Dataset data = SmallModels.images(64);
      whole.fit(data, SmallModels.fit(3).batchSize(16));
      History history = parts.fit(data, SmallModels.fit(6).batchSize(16).stepsPerEpoch(2));
      assertThat(history.epochs()).hasSize(6);
      assertThat(parts.weights()).isEqualTo(whole.weights());
      parts.fit(data, SmallModels.fit(1).batchSize(16).stepsPerEpoch(9));
      assertThat(parts.optimizerState().iteration()).isEqualTo(12 + 9);
    }
  }

  private static final class Logger implements Callback {
    @Override
    public List<String> logs() {
      return List.of("half");
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      training.log("half", log.epoch() / 2.0);
    }
  }

  private static final class Recorder implements Callback {
    private final List<String> calls = new ArrayList<>();
    private final List<EpochLog> logs = new ArrayList<>();
    private List<String> metrics = List.of();

    @Override
    public void onTrainBegin(Training training) {
      calls.add("begin " + training.epoch());
      metrics = training.metrics();
    }

    @Override
    public void onEpochBegin(Training training) {
      calls.add("epoch " + training.epoch());
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      calls.add("step " + step);
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      calls.add("end " + log.epoch());
      logs.add(log);
    }

    @Override
    public void onTrainEnd(Training training, History history) {
      calls.add("over " + history.epochs().size());
    }
  }
}
