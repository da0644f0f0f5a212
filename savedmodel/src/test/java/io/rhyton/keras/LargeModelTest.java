package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeModelTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir private Path temporary;

  @Test
  void writingAndReadingTakeLessHeapThanTwiceTheWeights() throws IOException, InterruptedException {
    long weights =
        Float.BYTES
            * LargeModel.spec().resolve().weights().stream()
                .mapToLong(weight -> weight.size())
                .sum();
    Path output = temporary.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + 2 * weights / MEBIBYTE + "m",
                "-XX:+UseG1GC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeModel.class.getName(),
                temporary.resolve("large.keras").toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends within two minutes").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(temporary.resolve("large.keras").toFile().length()).isGreaterThan(weights);
  }
}
