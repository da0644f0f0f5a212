package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Callback;
import io.rhyton.training.EpochLog;
import io.rhyton.training.Model;
import io.rhyton.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may write no file beyond a size meets the same error as one on a full disk. */
class FullDiskTest {
  /** In blocks of 512 bytes, or of 1024 in some shells; a backup takes 3 MB. */
  private static final List<String> LIMITED =
      List.of("/bin/sh", "-c", "ulimit -f 400 && exec \"$@\"", "sh");

  @TempDir private Path folder;

  /** Ends the first epoch, and lets no second one end. */
  private static final Callback BROKEN_OFF =
      new Callback() {
        @Override
        public void onEpochEnd(Training training, EpochLog log) {
          if (log.epoch() == 2) {
            throw new IllegalStateException("power cut");
          }
        }
      };

  @Test
  void nothingThatWasSavedIsLostAndTheTrainingGoesOnOnceThereIsSpace()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to limit a process");
    Weights whole;
    try (Model model = CrampedTraining.model()) {
      CrampedTraining.fit(model);
      whole = model.weights();
    }
    try (Model model = CrampedTraining.model()) {
      assertThatThrownBy(
              () -> CrampedTraining.fit(model, BROKEN_OFF, CrampedTraining.backup(folder)))
          .hasMessage("power cut");
      KerasFile.write(model, folder.resolve("model.keras"));
      KerasWeights.write(model, folder.resolve("model.weights.h5"));
    }
    Map<String, Long> before = files();

    Path output = folder.resolve("output.txt");
    Process process = JavaProcess.start(LIMITED, CrampedTraining.class, output, folder.toString());
    int code = process.waitFor();

    String said = Files.readString(output);
    assertThat(code).as(said).isZero();
    Files.delete(output);
    assertThat(said)
        .contains("usable true")
        .contains(refused("backup", "Backup", "backups/step-000000000004.h5"))
        .contains(refused("checkpoint", "Keras file", "model.keras"))
        .contains(refused("keras", "Keras file", "model.keras"))
        .contains(refused("weights", "Keras weights", "model.weights.h5"))
        .contains("savedmodel refused: SavedModel '" + folder.resolve("saved") + "'");
    assertThat(files()).isEqualTo(before);
    try (Model model = CrampedTraining.model()) {
      CrampedTraining.fit(model, new Callback() {}, CrampedTraining.backup(folder));
      assertThat(model.weights()).isEqualTo(whole);
    }
  }

  private String refused(String what, String kind, String file) {
    return what
        + " refused: "
        + kind
        + " '"
        + folder.resolve(file)
        + "': expected a file that can be written, got java.io.IOException: File too large."
        + " Check the path and the disk.";
  }

  /** What is in the folder, with a checksum of each file. */
  private Map<String, Long> files() throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32C checksum = new CRC32C();
        checksum.update(Files.readAllBytes(file));
        checksums.put(folder.relativize(file).toString(), checksum.getValue());
      }
    }
    return checksums;
  }
}
