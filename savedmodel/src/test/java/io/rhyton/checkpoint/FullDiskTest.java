package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  /**
   * Limits the file size of a process, in blocks of 512 bytes, or of 1024 in some shells; a backup
   * takes 3 MB.
   */
  private static final List<String> LIMITED =
      List.of("/bin/sh", "-c", "ulimit -f 400 && exec \"$@\"", "sh");

  /**
   * Moves a folder to a separate disk mounted in its place, fills the disk, and at the end copies
   * the folder back.
   */
  private static final String FULL =
      """
      set -e
      disk=$1; copy=$2; shift 2
      cp -a "$disk" "$copy"
      mount -t tmpfs -o size=32m none "$disk"
      cp -a "$copy/." "$disk"
      cat /dev/zero > "$disk/filler" 2> /dev/null || true
      "$@"
      rm -r "$disk/filler" "$copy"
      cp -a "$disk" "$copy"
      """;

  @TempDir private Path place;

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(place.resolve("disk"));
  }

  /** Fails at the end of the second epoch. */
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
  void savedFilesSurviveAFileSizeLimit() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to limit a process");
    save();
    Map<String, Long> before = files(folder);
    assertThat(said(LIMITED, "File too large")).contains("log saved");
    assertThat(files(folder)).isEqualTo(before);
    assertGoesOn();
  }

  @Test
  void savedFilesSurviveAFullDisk() throws IOException, InterruptedException {
    assumeTrue(canMount(), "no disk can be mounted for a process");
    save();
    Map<String, Long> before = files(folder);
    Path copy = place.resolve("copy");
    List<String> full =
        List.of("unshare", "-rm", "/bin/sh", "-c", FULL, "sh", "" + folder, "" + copy);
    assertThat(said(full, "No space left on device"))
        .contains(
            "log refused: "
                + folder.resolve("logs/log.csv")
                + ": expected a writable file, got java.io.IOException: No space")
        .contains("events refused: ");
    assertThat(files(copy)).isEqualTo(before);
    assertGoesOn();
  }

  private static boolean canMount() throws IOException, InterruptedException {
    Path nothing = Files.createTempDirectory("mount");
    try {
      List<String> mount = List.of("unshare", "-rm", "mount", "-t", "tmpfs", "none", "" + nothing);
      return new ProcessBuilder(mount).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } finally {
      Files.delete(nothing);
    }
  }

  /** Saves a model in every format, after training that failed in its second epoch. */
  private void save() {
    try (Model model = FullDiskTraining.model()) {
      assertThatThrownBy(
              () -> FullDiskTraining.fit(model, BROKEN_OFF, FullDiskTraining.backup(folder)))
          .hasMessage("power cut");
      KerasFile.write(model, folder.resolve("model.keras"));
      KerasWeights.write(model, folder.resolve("model.weights.h5"));
    }
  }

  /** Returns the output of a process that tries to save in every format and cannot. */
  private String said(List<String> prefix, String reason) throws IOException, InterruptedException {
    Path output = place.resolve("output.txt");
    Process process = JavaProcess.start(prefix, FullDiskTraining.class, output, folder.toString());
    int code = process.waitFor();
    String said = Files.readString(output);
    assertThat(code).as(said).isZero();
    assertThat(said)
        .contains("usable true")
        .contains(refused("backup", "Backup", "backups/step-000000000004.h5", reason))
        .contains(refused("checkpoint", "Keras file", "model.keras", reason))
        .contains(refused("keras", "Keras file", "model.keras", reason))
        .contains(refused("weights", "Keras weights", "model.weights.h5", reason))
        .contains("savedmodel refused: SavedModel '" + folder.resolve("saved") + "'");
    return said;
  }

  private String refused(String what, String kind, String file, String reason) {
    return what
        + " refused: "
        + kind
        + " '"
        + folder.resolve(file)
        + "': expected a file that can be written, got java.io.IOException: "
        + reason
        + ". Check the path and the disk.";
  }

  /** Once there is space, training ends as if it had never been interrupted. */
  private void assertGoesOn() {
    try (Model whole = FullDiskTraining.model();
        Model model = FullDiskTraining.model()) {
      FullDiskTraining.fit(whole);
      FullDiskTraining.fit(model, new Callback() {}, FullDiskTraining.backup(folder));
      assertThat(model.weights()).isEqualTo(whole.weights());
    }
  }

  /** Returns the files of a folder except logs, with a checksum of each. */
  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith("log")) {
          CRC32C checksum = new CRC32C();
          checksum.update(Files.readAllBytes(file));
          checksums.put(name, checksum.getValue());
        }
      }
    }
    return checksums;
  }
}
