package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
  @TempDir private Path folder;

  /** Trains a model whose process takes many times the memory of the heap. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (Model model =
          Model.compile(
              Sequential.image(32, 32, 3)
                  .add(Conv2D.of(64, 3))
                  .add(Conv2D.of(64, 3))
                  .add(GlobalAveragePooling2D.of())
                  .add(Dense.of(10))
                  .build("large"),
              Adam.of(),
              SparseCategoricalCrossentropy.of().fromLogits(true))) {
        model.fit(
            SyntheticShapes.dataset(256, 1), Fit.epochs(1).batchSize(128).progress(Progress.NONE));
      }
    }
  }

  @Test
  void aModelNeedsNoLargeHeap() throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends within two minutes").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }
}
