package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Drhyton.terminations=500} ends more processes. */
class TerminatedTrainingTest {
  private static final int TERMINATIONS = Integer.getInteger("rhyton.terminations", 3);
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path folder;

  /** Trains, and predicts in another thread, until it is ended. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      Path begun = Path.of(arguments[0]);
      ModelSpec spec =
          Sequential.image(32, 32, 3)
              .add(Conv2D.of(16, 3))
              .add(BatchNormalization.of())
              .add(Dropout.of(0.2))
              .add(GlobalAveragePooling2D.of())
              .add(Dense.of(10))
              .build("ended");
      try (Model model =
          Model.compile(spec, Adam.of(), SparseCategoricalCrossentropy.of().fromLogits(true))) {
        predictForever(spec, model);
        model.fit(
            SyntheticShapes.dataset(256, 1),
            Fit.epochs(Integer.MAX_VALUE).progress(Progress.NONE).callbacks(new Signal(begun)));
      }
    }

    private static void predictForever(ModelSpec spec, Model model) {
      float[] sample = new float[32 * 32 * 3];
      Thread client =
          new Thread(
              () -> {
                try (Predictor predictor = Model.predictor(spec, model.weights())) {
                  while (true) {
                    predictor.predict(sample);
                  }
                }
              });
      client.setDaemon(true);
      client.start();
    }
  }

  /** Creates a file after the first step. */
  private record Signal(Path file) implements Callback {
    @Override
    public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
      try {
        if (!Files.exists(file)) {
          Files.createFile(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aProcessThatIsTerminatedWhileStepsRunEndsOrderly() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(15);
    for (int i = 0; i < TERMINATIONS; i++) {
      Path begun = folder.resolve("begun" + i);
      Path output = folder.resolve("output.txt");
      Process process = JavaProcess.start(List.of(), Program.class, output, begun.toString());
      while (!Files.exists(begun)) {
        assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(50));
      process.destroy();
      int status = process.waitFor();
      assertThat(status).as("termination %s: %s", i, Files.readString(output)).isEqualTo(SIGTERM);
    }
  }
}
