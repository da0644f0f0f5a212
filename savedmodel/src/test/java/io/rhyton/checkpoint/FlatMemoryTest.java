package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains on more images, and longer, with {@code -Drhyton.memory.samples=20000}. */
class FlatMemoryTest {
  private static final int SAMPLES = Integer.getInteger("rhyton.memory.samples", 200);

  /** A heap that is committed from the start, so that any growth is a leak. */
  private static final List<String> JAVA =
      List.of("env", "JDK_JAVA_OPTIONS=-Xms192m -Xmx192m -XX:+AlwaysPreTouch");

  @TempDir private Path folder;

  @Test
  void fiftyEpochsUseNoMoreMemoryThanTheFirst() throws IOException, InterruptedException {
    assumeTrue(
        Files.isReadable(Path.of("/proc/self/status")),
        "this system does not report resident memory");
    Path output = folder.resolve("output.txt");
    Process process =
        JavaProcess.start(
            JAVA, FlatMemoryTraining.class, output, folder.toString(), Integer.toString(SAMPLES));
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();

    List<String[]> lines =
        Files.readAllLines(output).stream()
            .filter(line -> line.startsWith("memory "))
            .map(line -> line.split(" "))
            .toList();
    assertThat(lines).hasSize(FlatMemoryTraining.EPOCHS);
    String[] before = lines.get(FlatMemoryTraining.WARM_UP - 1);
    String[] after = lines.get(FlatMemoryTraining.EPOCHS - 1);
    assertThat(after[2]).as("native objects").isEqualTo(before[2]);
    assertThat(Long.parseLong(after[1]))
        .as("resident KiB")
        .isCloseTo(Long.parseLong(before[1]), Percentage.withPercentage(3));
  }
}
