package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Monitor;
import io.rhyton.callback.Training;
import io.rhyton.data.Dataset;
import io.rhyton.history.EpochLog;
import io.rhyton.keras.KerasFile;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckpointTest {
  private static final Dataset DATA = KilledTraining.data().take(16);

  private static final Script SCRIPT = new Script(List.of(0.5, 0.25, 0.75, 0.75));

  @TempDir private Path folder;

  private static Fit fit(Callback... callbacks) {
    return Fit.epochs(4).batchSize(8).progress(Progress.NONE).callbacks(callbacks);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void eachEpochIsSavedUnderItsName() throws IOException {
    try (Model model = KilledTraining.model()) {
      Path file = folder.resolve("m-{epoch:02d}.keras");
      model.fit(DATA, fit(ModelCheckpoint.of(model, file)));
      assertThat(files()).containsExactly("m-01.keras", "m-02.keras", "m-03.keras", "m-04.keras");
      try (Model last = KerasFile.read(folder.resolve("m-04.keras")).compile()) {
        assertThat(last.optimizerState().iteration()).isEqualTo(8);
      }
    }
  }

  @Test
  void onlyTheBestEpochIsSavedWithSaveBestOnly() throws IOException {
    try (Model model = KilledTraining.model()) {
      Path file = folder.resolve("best-{epoch}-{scripted:.1f}.weights.h5");
      ModelCheckpoint checkpoint =
          ModelCheckpoint.of(model, file)
              .saveBestOnly(true)
              .monitor("scripted")
              .mode(Monitor.Mode.MAX);
      model.fit(DATA, fit(SCRIPT, checkpoint));
      assertThat(files()).containsExactly("best-1-0.5.weights.h5", "best-3-0.8.weights.h5");
    }
  }

  @Test
  void epochsWorseThanTheThresholdAreNotSaved() throws IOException {
    try (Model model = KilledTraining.model()) {
      ModelCheckpoint checkpoint =
          ModelCheckpoint.of(model, folder.resolve("best.keras"))
              .saveBestOnly(true)
              .monitor("scripted")
              .mode(Monitor.Mode.MIN)
              .initialValueThreshold(0.2);
      model.fit(DATA, fit(SCRIPT, checkpoint));
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void theModelIsSavedEveryFewStepsWithSaveFreq() throws IOException {
    try (Model model = KilledTraining.model()) {
      Path file = folder.resolve("m-{epoch}.keras");
      model.fit(DATA, fit(ModelCheckpoint.of(model, file).saveFreq(3)));
      assertThat(files()).containsExactly("m-2.keras", "m-3.keras");
    }
  }

  @Test
  void invalidFileNamesAreRejectedImmediately() {
    try (Model model = KilledTraining.model()) {
      assertThatThrownBy(() -> ModelCheckpoint.of(model, Path.of("model.onnx")))
          .hasMessage("file must end in .keras or .weights.h5, got model.onnx");
      assertThatThrownBy(() -> ModelCheckpoint.of(model, Path.of("m-{epoch:q}.keras")))
          .hasMessage(
              "file may contain fields such as {epoch:02d} and {val_loss:.3f},"
                  + " got m-{epoch:q}.keras");
      ModelCheckpoint unknown = ModelCheckpoint.of(model, Path.of("m-{val_loss}.keras"));
      assertThatThrownBy(() -> model.fit(DATA, fit(unknown)))
          .hasMessage(
              "file may contain the fields [epoch, loss, mean_absolute_error],"
                  + " got 'val_loss' in m-{val_loss}.keras");
      assertThat(model.optimizerState().iteration()).isZero();
    }
  }

  /** Replaces a metric by given values. */
  private record Script(List<Double> values) implements Callback {
    @Override
    public List<String> logs() {
      return List.of("scripted");
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      training.log("scripted", values.get(log.epoch() - 1));
    }
  }
}
