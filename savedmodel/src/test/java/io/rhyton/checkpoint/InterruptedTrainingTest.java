package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.CSVLogger;
import io.rhyton.callback.Callback;
import io.rhyton.callback.TensorBoard;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.weight.Weights;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.savedmodel.TrainableModel;
import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedTrainingTest {
  @TempDir private Path folder;

  @AfterEach
  void clearTheInterrupt() {
    Thread.interrupted();
  }

  /** Interrupts the thread before the callbacks after it write. */
  private static final class Interrupter implements Callback {
    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      if (log.epoch() == 2) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void everyCallbackWritesItsFilesAndTheTrainingIsResumed() {
    Path log = folder.resolve("log.csv");
    Path best = folder.resolve("best.keras");
    try (Model model = FullDiskTraining.model()) {
      History history =
          model.fit(
              FullDiskTraining.data(),
              FullDiskTraining.fit(
                  new Interrupter(),
                  FullDiskTraining.backup(folder),
                  ModelCheckpoint.of(model, best),
                  CSVLogger.of(log),
                  TensorBoard.of(folder.resolve("events")).histogramFreq(1)));
      assertThat(history.interrupted()).isTrue();
      assertThat(history.epochs()).hasSize(2);
      assertThat(log).content().hasLineCount(3);
      // A backup is read by an interrupted thread, too.
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      try (Model again = FullDiskTraining.model()) {
        again.fit(
            FullDiskTraining.data(),
            FullDiskTraining.fit(
                new Interrupter(),
                FullDiskTraining.backup(folder),
                ModelCheckpoint.of(again, best),
                CSVLogger.of(log),
                TensorBoard.of(folder.resolve("events")).histogramFreq(1)));
        assertThat(again.weights()).isEqualTo(model.weights());
      }
      assertThat(KerasFile.read(best).requireWeights()).isEqualTo(model.weights());
    }
  }

  @Test
  void modelsAreWrittenAndReadOnAnInterruptedThread() {
    try (Model model = FullDiskTraining.model()) {
      Weights weights = model.weights();
      Thread.currentThread().interrupt();
      KerasFile.write(model, folder.resolve("model.keras"));
      KerasWeights.write(model, folder.resolve("model.weights.h5"));
      SavedModel.write(model, folder.resolve("saved"), SavedModel.withTraining());
      assertThat(KerasFile.read(folder.resolve("model.keras")).requireWeights()).isEqualTo(weights);
      KerasWeights.load(model, folder.resolve("model.weights.h5"));
      try (Predictor saved = SavedModel.read(folder.resolve("saved"));
          TrainableModel trainable = SavedModel.readTrainable(folder.resolve("saved"))) {
        assertThat(saved.outputShape()).hasToString(model.outputShape().toString());
        assertThat(trainable.weights()).isEqualTo(weights);
      }
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
