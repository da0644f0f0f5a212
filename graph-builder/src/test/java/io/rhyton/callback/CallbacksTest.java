package io.rhyton.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {
  private static final Dataset LINE =
      Dataset.vectors(new float[][] {{1}, {2}, {3}}, new float[][] {{2}, {4}, {6}});

  @TempDir private Path folder;

  @MustBeClosed
  private static Model model(double learningRate) {
    return Model.compile(
        Sequential.vector(1).add(Dense.of(1)).build("line"),
        SGD.of(learningRate),
        MeanSquaredError.of());
  }

  private static Fit fit(int epochs, Callback... callbacks) {
    return Fit.epochs(epochs).batchSize(1).progress(Progress.NONE).callbacks(callbacks);
  }

  @Test
  void anUnknownMetricIsRejectedBeforeTheFirstEpoch() {
    try (Model model = model(0.01)) {
      assertThatThrownBy(() -> model.fit(LINE, fit(3, EarlyStopping.of())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("EarlyStopping: monitor must be one of [loss], got 'val_loss'");
      assertThatThrownBy(() -> model.fit(LINE, fit(3, ReduceLROnPlateau.of("lost"))))
          .hasMessage(
              "ReduceLROnPlateau: monitor must be one of [loss, learning_rate], got 'lost'");
      assertThat(model.optimizerState().iteration()).isZero();
    }
  }

  @Test
  void aMetricOfUnknownDirectionNeedsAMode() {
    try (Model model = model(0.01)) {
      EarlyStopping stopping = EarlyStopping.of("learning_rate");
      Callback rates = LearningRateScheduler.of((epoch, rate) -> rate);
      assertThatThrownBy(() -> model.fit(LINE, fit(3, rates, stopping)))
          .hasMessage(
              "EarlyStopping: mode must be MIN or MAX for 'learning_rate',"
                  + " whose direction cannot be inferred, got AUTO");
      assertThat(model.fit(LINE, fit(3, rates, stopping.mode(Monitor.Mode.MAX))).stopReason())
          .contains("learning_rate has not improved on 0.009999999776482582 for 1 epoch");
    }
  }

  @Test
  void schedulerSetsAndLogsTheLearningRate() {
    Callback scheduler = LearningRateScheduler.of((epoch, rate) -> epoch < 2 ? rate : rate / 2);
    try (Model model = model(0.5f)) {
      History history = model.fit(LINE, fit(4, scheduler, TerminateOnNaN.of()));
      assertThat(history.values("learning_rate")).containsExactly(0.5, 0.5, 0.25, 0.125);
    }
  }

  @Test
  void aNegativeLearningRateIsRejected() {
    try (Model model = model(0.5f)) {
      Callback scheduler = LearningRateScheduler.of((epoch, rate) -> -1);
      assertThatThrownBy(() -> model.fit(LINE, fit(4, scheduler)))
          .hasMessage("learningRate must be >= 0 and finite, got -1.0");
    }
  }

  @Test
  void nonFiniteLossStopsTrainingWithoutAnError() {
    try (Model model = model(1e20)) {
      History history = model.fit(LINE, fit(5, TerminateOnNaN.of()));
      assertThat(history.epochs()).hasSize(1);
      assertThat(history.stopReason())
          .hasValueSatisfying(
              reason ->
                  assertThat(reason).matches("loss is (NaN|Infinity) at step \\d of epoch 1"));
    }
  }

  @Test
  void timeLimitStopsTraining() {
    try (Model model = model(0.01)) {
      History history = model.fit(LINE, fit(5, TimeLimit.of(Duration.ofNanos(1))));
      assertThat(history.stopReason()).contains("time limit of 0 s reached");
      assertThat(model.optimizerState().iteration()).isEqualTo(1);
    }
    assertThatThrownBy(() -> TimeLimit.of(Duration.ZERO))
        .hasMessage("limit must be positive, got PT0S");
  }

  @Test
  @Timeout(60)
  void aSignalFromAnotherThreadStopsTraining() throws InterruptedException {
    StopSignal signal = StopSignal.of();
    try (Model model = model(0.0001)) {
      Thread other = new Thread(signal::stop);
      Callback starting =
          new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochLog log) {
              if (log.epoch() == 3) {
                other.start();
              }
            }
          };
      History history = model.fit(LINE, fit(Integer.MAX_VALUE, starting, signal));
      other.join();
      assertThat(history.stopReason()).contains("stop signal");
      assertThat(history.epochs()).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void epochsAreWrittenWhenTheyEnd() throws IOException {
    Path file = folder.resolve("log.csv");
    try (Model model = model(0.01)) {
      Callback rates = LearningRateScheduler.of((epoch, rate) -> rate);
      History history = model.fit(LINE, fit(2, rates, CSVLogger.of(file)));
      assertThat(Files.readAllLines(file))
          .hasSize(3)
          .first()
          .isEqualTo("epoch,seconds,loss,learning_rate");
      assertThat(withoutSeconds(file)).isEqualTo(withoutSeconds(written(history)));
      Fit more = fit(3, rates, CSVLogger.of(file).append(true)).initialEpoch(2);
      model.fit(LINE, more);
      assertThat(withoutSeconds(file).lines()).hasSize(4).last().asString().startsWith("3,");
    }
  }

  private Path written(History history) throws IOException {
    Path file = folder.resolve("history.csv");
    history.write(file);
    return file;
  }

  /** Callbacks are called before the end of the epoch, so that their time is shorter. */
  private static String withoutSeconds(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^(\\d+),[^,]*", "$1");
  }

  @Test
  void theFolderOfALogIsCreated() {
    Path file = folder.resolve("a/b/log.csv");
    try (Model model = model(0.01)) {
      model.fit(LINE, fit(1, CSVLogger.of(file)));
    }
    assertThat(file).isRegularFile();
  }

  @Test
  void aTrainingThatACallbackRefusesLeavesFilesAsTheyWere() throws IOException {
    Path log = Files.writeString(folder.resolve("log.csv"), "of another training");
    Path events = folder.resolve("events");
    try (Model model = model(0.01)) {
      Fit refused =
          fit(2, CSVLogger.of(log), TensorBoard.of(events), EarlyStopping.of("val_nothing"));
      assertThatThrownBy(() -> model.fit(LINE, refused))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(log).hasContent("of another training");
    assertThat(events).doesNotExist();
  }

  @Test
  void anUnwritableLogIsAnErrorWithItsPath() throws IOException {
    Path file = Files.createDirectory(folder.resolve("log.csv"));
    try (Model model = model(0.01)) {
      assertThatThrownBy(() -> model.fit(LINE, fit(2, CSVLogger.of(file))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(file + ": expected a writable file, got ");
    }
  }

  @Test
  void optionsOutOfRangeAreRejected() {
    assertThatThrownBy(() -> EarlyStopping.of().patience(-1))
        .hasMessage("patience must be >= 0, got -1");
    assertThatThrownBy(() -> EarlyStopping.of().startFromEpoch(-1))
        .hasMessage("startFromEpoch must be >= 0, got -1");
    assertThatThrownBy(() -> EarlyStopping.of().minDelta(-1))
        .hasMessage("minDelta must be >= 0 and finite, got -1.0");
    assertThatThrownBy(() -> ReduceLROnPlateau.of().factor(1))
        .hasMessage("factor must be >= 0 and < 1, got 1.0");
    assertThatThrownBy(() -> ReduceLROnPlateau.of().minLr(-1))
        .hasMessage("minLr must be >= 0 and finite, got -1.0");
    assertThatThrownBy(() -> ReduceLROnPlateau.of().cooldown(-1))
        .hasMessage("cooldown must be >= 0, got -1");
    assertThatThrownBy(() -> ReduceLROnPlateau.of().patience(-1))
        .hasMessage("patience must be >= 0, got -1");
  }
}
