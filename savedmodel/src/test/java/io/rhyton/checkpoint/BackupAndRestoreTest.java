package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFile;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.history.TrainingPlan;
import io.rhyton.model.Sequential;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupAndRestoreTest {
  private static final Dataset DATA = KilledTraining.data();

  @TempDir private Path folder;

  @MustBeClosed
  private static Model model(long seed) {
    return Model.compile(
        Sequential.image(2, 2, 1)
            .add(Flatten.of())
            .add(Dense.of(3))
            .add(Dropout.of(0.5))
            .add(Dense.of(1))
            .build("m"),
        CompileSpec.of(Adam.of(0.01), MeanSquaredError.of()),
        Execution.defaults().seed(seed));
  }

  private static Fit fit(Callback... callbacks) {
    return Fit.epochs(4).batchSize(16).progress(Progress.NONE).callbacks(callbacks);
  }

  private BackupAndRestore backup() {
    return BackupAndRestore.of(folder);
  }

  /** Trains up to a step, and then fails as in a power cut. */
  private static void breakOff(BackupAndRestore backup, long seed, int step) {
    try (Model model = model(seed)) {
      assertThatThrownBy(() -> model.fit(DATA, fit(new Failure(step), backup)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("power cut");
    }
  }

  private static final class Failure implements Callback {
    private int left;

    Failure(int steps) {
      this.left = steps;
    }

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      if (--left == 0) {
        throw new IllegalStateException("power cut");
      }
    }
  }

  @Test
  void trainingResumesWithItsHistory() {
    breakOff(backup(), 5, 20);
    try (Model whole = model(5);
        Model resumed = model(5)) {
      History expected = whole.fit(DATA, fit());
      History history = resumed.fit(DATA, fit(new Failure(-1), backup()));
      assertThat(resumed.weights()).isEqualTo(whole.weights());
      assertThat(history.values("loss")).isEqualTo(expected.values("loss"));
      assertThat(resumed.optimizerState()).isEqualTo(whole.optimizerState());
    }
  }

  @Test
  void trainingResumesInTheMiddleOfAnEpoch() {
    breakOff(backup().saveFreq(4), 5, 12);
    try (Model whole = model(5);
        Model resumed = model(5)) {
      History expected = whole.fit(DATA, fit());
      Counter counter = new Counter();
      History history = resumed.fit(DATA, fit(counter, backup().saveFreq(4)));
      assertThat(counter.steps).isEqualTo(4 * 7 - 8);
      assertThat(resumed.weights()).isEqualTo(whole.weights());
      assertThat(history.values("loss")).isEqualTo(expected.values("loss"));
    }
  }

  /** 16 samples per batch, starting with a different batch in each pass. */
  private static BatchSource source() {
    return pass ->
        IntStream.range(0, 5).mapToObj(batch -> DATA.skip((batch + pass) % 5 * 16).take(16));
  }

  private static void breakOff(BackupAndRestore backup, Fit fit, int step) {
    try (Model model = model(5)) {
      assertThatThrownBy(() -> model.fit(source(), fit.callbacks(new Failure(step), backup)))
          .hasMessage("power cut");
    }
  }

  @Test
  void batchesOfASourceAreNotTrainedOnTwice() {
    breakOff(backup().saveFreq(4), fit(), 12);
    try (Model whole = model(5);
        Model resumed = model(5)) {
      History expected = whole.fit(source(), fit());
      Counter counter = new Counter();
      History history = resumed.fit(source(), fit(counter, backup().saveFreq(4)));
      assertThat(counter.steps).isEqualTo(4 * 5 - 10);
      assertThat(resumed.weights()).isEqualTo(whole.weights());
      assertThat(history.values("loss")).isEqualTo(expected.values("loss"));
    }
  }

  @Test
  void trainingOnASourceResumesInTheInterruptedPass() {
    Fit fit = fit().stepsPerEpoch(3);
    breakOff(backup().saveFreq(1), fit, 9);
    try (Model whole = model(5);
        Model resumed = model(5)) {
      whole.fit(source(), fit);
      Counter counter = new Counter();
      resumed.fit(source(), fit.callbacks(counter, backup().saveFreq(1)));
      assertThat(counter.steps).isEqualTo(4 * 3 - 8);
      assertThat(resumed.weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  void aSourceWithFewerBatchesThanBeforeIsRejected() {
    breakOff(backup().saveFreq(1), fit(), 4);
    try (Model model = model(5)) {
      BatchSource less = pass -> source().pass(pass).limit(2);
      assertThatThrownBy(() -> model.fit(less, fit(new Failure(-1), backup().saveFreq(1))))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Batch source, pass 1: expected the 3 batches that were already trained on,"
                  + " got 2 batches. Return the same batches for the same pass.");
    }
  }

  private static final class Counter implements Callback {
    private int steps;

    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      steps++;
    }
  }

  @Test
  void theNewestBackupsAreKeptUntilTrainingCompletes() throws IOException {
    breakOff(backup().saveFreq(1).keep(3), 5, 12);
    assertThat(backups())
        .containsExactly("step-000000000009.h5", "step-000000000010.h5", "step-000000000011.h5");
    try (Model model = model(5)) {
      model.fit(DATA, fit(new Failure(-1), backup().deleteCheckpoint(false)));
      assertThat(backups()).containsExactly("step-000000000021.h5", "step-000000000028.h5");
      model.fit(DATA, fit(new Failure(-1), backup()));
      assertThat(backups()).isEmpty();
    }
  }

  private List<String> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aDamagedBackupIsSkippedForTheOneBefore() throws IOException {
    breakOff(backup().saveFreq(5), 5, 18);
    Path newest = folder.resolve("step-000000000015.h5");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    try (Model whole = model(5);
        Model resumed = model(5)) {
      whole.fit(DATA, fit());
      Counter counter = new Counter();
      resumed.fit(DATA, fit(counter, backup()));
      assertThat(counter.steps).isEqualTo(28 - 14);
      assertThat(resumed.weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  void damagedBackupsDoNotCountTowardsThoseKept() throws IOException {
    breakOff(backup().saveFreq(1).keep(1), 5, 6);
    Files.write(folder.resolve("step-000000000005.h5"), new byte[9]);
    breakOff(backup().saveFreq(1).keep(1), 5, 3);
    assertThat(backups()).containsExactly("step-000000000002.h5", "step-000000000005.h5");
  }

  @Test
  void truncatedBackupsAreRejected() throws IOException {
    breakOff(backup(), 5, 8);
    Path file = folder.resolve("step-000000000007.h5");
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length += 97) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> BackupFile.read(file))
          .isInstanceOf(ArtifactException.class)
          .hasMessageStartingWith("Backup '" + file + "': expected an intact backup, got ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "{\"format\": 2, \"plan\": null}"})
  void aBackupWithTheRightChecksumAndAnotherContentIsRejected(String json) {
    Path file = folder.resolve("step-000000000007.h5");
    Hdf5Group root = Hdf5Group.root().attribute("training", json);
    StagedFile.write(
        "Backup",
        file,
        channel -> {
          ChecksumChannel checked = new ChecksumChannel(channel);
          Hdf5Writer.write(root, checked);
          channel.write(ByteBuffer.allocate(Long.BYTES).putLong(checked.value()).flip());
        });
    assertThatThrownBy(() -> BackupFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageStartingWith("Backup '" + file + "': expected an intact backup, got ");
  }

  @Test
  void aThrowingCallbackReleasesTheFolderAndTheModelCanTrainOn() {
    IllegalStateException failure = new IllegalStateException("no such luck");
    IllegalStateException atExit = new IllegalStateException("nor now");
    Callback unlucky =
        new Callback() {
          @Override
          public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
            if (training.epoch() == 2) {
              throw failure;
            }
          }

          @Override
          public void onTrainExit(Training training) {
            throw atExit;
          }
        };
    try (Model whole = model(5);
        Model model = model(5)) {
      whole.fit(DATA, fit());
      assertThatThrownBy(() -> model.fit(DATA, fit(unlucky, backup())))
          .isSameAs(failure)
          .hasSuppressedException(atExit);
      assertThat(model.optimizerState().iteration()).isEqualTo(8);
      assertThat(model.evaluate(DATA).loss()).isFinite();
      model.fit(DATA, fit(new Failure(-1), backup()));
      assertThat(model.weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  void aFolderInUseIsRejected() {
    try (BackupFolder used = BackupFolder.open(folder);
        Model model = model(5)) {
      assertThat(used.newest()).isNull();
      assertThatThrownBy(() -> model.fit(DATA, fit(backup())))
          .isInstanceOf(ArtifactException.class)
          .hasMessage(
              "Backup folder '"
                  + folder
                  + "': expected a folder that no other run uses, got one that is in use."
                  + " Wait for the other run, or give this one its own folder.");
    }
  }

  @Test
  void theBackupOfAnotherRunIsRejected() {
    breakOff(backup(), 5, 8);
    try (Model model = model(5)) {
      assertThatThrownBy(() -> model.fit(DATA, fit(new Failure(-1), backup()).batchSize(8)))
          .isInstanceOf(ArtifactException.class)
          .hasMessage(
              "Backup folder '"
                  + folder
                  + "': expected a backup of this run, with 100 samples shuffled by seed 5,"
                  + " batches of 8, 13 steps per epoch, got 100 samples shuffled by seed 5,"
                  + " batches of 16, 7 steps per epoch. Give each run its own folder,"
                  + " or delete this one to start over.");
      assertThatThrownBy(() -> model.fit(DATA, fit(backup())))
          .isInstanceOf(ArtifactException.class)
          .hasMessageContaining("with 1 callbacks, got 2.");
    }
  }

  @Test
  void theBackupOfARunWithOtherAugmentationIsRejected() {
    Fit turned = fit().augmentation(ImageDataGenerator.of().rotationRange(9));
    try (Model model = model(5)) {
      assertThatThrownBy(() -> model.fit(DATA, turned.callbacks(new Failure(8), backup())))
          .hasMessage("power cut");
    }
    try (Model model = model(5)) {
      assertThatThrownBy(() -> model.fit(DATA, fit(new Failure(-1), backup())))
          .isInstanceOf(ArtifactException.class)
          .hasMessageContaining(
              ", with 100 samples shuffled by seed 5, batches of 16, 7 steps per epoch, got")
          .hasMessageContaining(
              ", 7 steps per epoch, images augmented by"
                  + " ImageDataGenerator[rotationRange=9.0]. Give");
      History history = model.fit(DATA, turned.callbacks(new Failure(-1), backup()));
      assertThat(history.epochs()).hasSize(4);
    }
  }

  @Test
  void aBackupWithoutAugmentationIsAccepted() throws IOException {
    String json =
        """
        {"format": 1, "plan": {"seed": 5, "orderSeed": 5, "shuffle": true, "samples": 100,
         "batchSize": 16, "steps": 7}, "epoch": 1, "step": 0, "tally": {"sums": [], "samples": 0},
         "epochs": [], "stopped": null, "callbacks": [], "iteration": 7, "learningRate": 0.01,
         "weights": [], "slots": []}
        """;
    TrainingPlan plan = BackupFile.text(json).plan();
    assertThat(new TrainingPlan(5, 5, true, 100, 16, 7, "changed").fits(plan)).isTrue();
    assertThat(new TrainingPlan(5, 5, true, 100, 16, 8, "changed").fits(plan)).isFalse();
    String newer =
        json.replace("\"format\": 1", "\"format\": 3")
            .replace("\"steps\": 7", "\"steps\": 7, \"augmentation\": \"\"");
    assertThatThrownBy(() -> BackupFile.text(newer))
        .hasMessageContaining("expected a backup of format 1 to 2, got 3");
  }

  @Test
  void aModelWithoutASeedAlsoResumes() {
    breakOff(backup(), 5, 20);
    try (Model model = model(6)) {
      assertThat(model.fit(DATA, fit(new Failure(-1), backup())).epochs()).hasSize(4);
    }
  }
}
