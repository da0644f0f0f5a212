package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.keras.KerasWeights;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Drhyton.kills=300} kills more often. */
class KilledTrainingTest {
  private static final int KILLS = Integer.getInteger("rhyton.kills", 20);

  /** Enough for a backup between any two kills. */
  private static final int EPOCHS = Math.max(KilledTraining.EPOCHS, 3 * KILLS / 2);

  @TempDir private Path folder;

  @Test
  void aRepeatedlyKilledRunEndsWithTheWeightsOfAnUninterruptedOne()
      throws IOException, InterruptedException {
    Path whole = Files.createDirectories(folder.resolve("whole"));
    assertThat(start(whole).waitFor()).isZero();

    Path killed = Files.createDirectories(folder.resolve("killed"));
    SplittableRandom random = new SplittableRandom(20);
    for (int kill = 0; kill < KILLS; kill++) {
      String before = newest(killed);
      Process process = start(killed);
      while (newest(killed).equals(before)) {
        assertThat(process.isAlive()).as("killed %s times", kill).isTrue();
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(30));
      process.destroyForcibly().waitFor();
    }
    assertThat(start(killed).waitFor()).isZero();
    assertThat(weights(killed)).isEqualTo(weights(whole));
    assertThat(scores(killed)).hasSize(1 + EPOCHS).isEqualTo(scores(whole));
    assertThat(eventBytes(killed, "train")).isEqualTo(eventBytes(whole, "train"));
    assertThat(eventBytes(killed, "validation")).isEqualTo(eventBytes(whole, "validation"));
    assertThat(newest(killed)).isEmpty();
  }

  /** Returns the name of the newest backup; empty if there is none. */
  private static String newest(Path folder) throws IOException {
    Path backups = folder.resolve("backups");
    if (!Files.isDirectory(backups)) {
      return "";
    }
    try (Stream<Path> files = Files.list(backups)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .max(Comparator.naturalOrder())
          .orElse("");
    }
  }

  private static Weights weights(Path folder) {
    try (Model model = KilledTraining.model()) {
      KerasWeights.load(model, folder.resolve("final.weights.h5"));
      return model.weights();
    }
  }

  /** Returns the lines of the log without the duration of the epochs. */
  private static List<String> scores(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("log.csv")).stream()
        .map(line -> line.replaceFirst("^(\\d+),[^,]*", "$1"))
        .toList();
  }

  /**
   * Returns the size of the only event file; the size of an event does not depend on when it is
   * written.
   */
  private static long eventBytes(Path folder, String run) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("events").resolve(run))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return Files.size(all.get(0));
    }
  }

  private static Process start(Path folder) throws IOException {
    return JavaProcess.start(
        List.of(),
        KilledTraining.class,
        folder.resolve("output.txt"),
        folder.toString(),
        Integer.toString(EPOCHS));
  }
}
