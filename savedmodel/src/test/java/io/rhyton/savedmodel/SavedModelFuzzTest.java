package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.checkpoint.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrupted SavedModels are read or rejected, predict or fail to, and never end the process. {@code
 * -Drhyton.savedmodel.fuzz=100000} tries this many, {@code -Drhyton.savedmodel.first=300} from
 * another seed on.
 */
class SavedModelFuzzTest {
  private static final String COUNT = System.getProperty("rhyton.savedmodel.fuzz", "100");
  private static final String FIRST = System.getProperty("rhyton.savedmodel.first", "0");

  @TempDir private Path folder;

  @Test
  void aCorruptedSavedModelIsReadOrRejected() throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        JavaProcess.start(
            List.of("env", "TF_CPP_MIN_LOG_LEVEL=3"),
            FuzzedSavedModels.class,
            output,
            folder.toString(),
            COUNT,
            FIRST);
    int status = process.waitFor();
    assertThat(status)
        .as(
            "status at seed %s%n%s",
            Files.readString(folder.resolve("seed")), Files.readString(output))
        .isZero();
    assertThat(output).content().contains(COUNT + " corrupted");
  }
}
