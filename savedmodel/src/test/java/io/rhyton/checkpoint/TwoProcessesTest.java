package io.rhyton.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {
  @TempDir private Path folder;
  @TempDir private Path alone;

  @Test
  void theSecondIsRejectedAndTheFirstContinues() throws IOException {
    Second second = new Second(folder);
    try (Model undisturbed = KilledTraining.model();
        Model first = KilledTraining.model()) {
      undisturbed.fit(KilledTraining.data(), KilledTraining.fit(alone));
      Fit fit = KilledTraining.fit(folder);
      Callback[] callbacks = Arrays.copyOf(fit.callbacks().toArray(Callback[]::new), 7);
      callbacks[6] = second;
      first.fit(KilledTraining.data(), fit.callbacks(callbacks));
      assertThat(first.weights()).isEqualTo(undisturbed.weights());
    }
    assertThat(second.code).isEqualTo(1);
    assertThat(folder.resolve("second.txt"))
        .content()
        .contains(
            "Backup folder '"
                + folder.resolve("backups")
                + "': expected a folder that no other run uses, got one that is in use."
                + " Wait for the other run, or give this one its own folder.");
    assertThat(folder.resolve("final.weights.h5")).doesNotExist();
  }

  /** Starts the same training in another process, and waits for its end. */
  private static final class Second implements Callback {
    private final Path folder;
    private int code = -1;

    Second(Path folder) {
      this.folder = folder;
    }

    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      if (log.epoch() == 2) {
        try {
          Path output = Files.createFile(folder.resolve("second.txt"));
          Process process =
              JavaProcess.start(List.of(), KilledTraining.class, output, folder.toString());
          code = process.onExit().join().exitValue();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
