package io.rhyton.checkpoint;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.callback.CSVLogger;
import io.rhyton.callback.Callback;
import io.rhyton.callback.TensorBoard;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A training program that runs where files of its size cannot be written. */
final class FullDiskTraining {
  private static final int WIDTH = 512;

  private FullDiskTraining() {}

  /** Tries to save a model in every format, and prints the result of each. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (Model model = model()) {
      attempt("backup", () -> fit(model, new Callback() {}, backup(folder)));
      attempt(
          "checkpoint", () -> fit(model, ModelCheckpoint.of(model, folder.resolve("model.keras"))));
      attempt("keras", () -> KerasFile.write(model, folder.resolve("model.keras")));
      attempt("weights", () -> KerasWeights.write(model, folder.resolve("model.weights.h5")));
      attempt("savedmodel", () -> SavedModel.write(model, folder.resolve("saved")));
      Path logs = folder.resolve("logs");
      attempt("events", () -> fit(model, TensorBoard.of(logs)));
      attempt("log", () -> fit(model, CSVLogger.of(logs.resolve("log.csv"))));
      System.out.println("usable " + Float.isFinite((float) model.evaluate(data()).loss()));
    }
  }

  private static void attempt(String what, Runnable saving) {
    try {
      saving.run();
      System.out.println(what + " saved");
    } catch (ArtifactException | UncheckedIOException e) {
      System.out.println(what + " refused: " + e.getMessage());
    }
  }

  @MustBeClosed
  static Model model() {
    return Model.compile(
        Sequential.vector(WIDTH).add(Dense.of(WIDTH)).add(Dense.of(1)).build("cramped"),
        CompileSpec.of(Adam.of(0.01), MeanSquaredError.of()),
        Execution.defaults().seed(5));
  }

  static BackupAndRestore backup(Path folder) {
    return BackupAndRestore.of(folder.resolve("backups"));
  }

  static void fit(Model model, Callback... callbacks) {
    model.fit(data(), fit(callbacks));
  }

  static Fit fit(Callback... callbacks) {
    return Fit.epochs(3).batchSize(4).progress(Progress.NONE).callbacks(callbacks);
  }

  static Dataset data() {
    float[][] samples = new float[8][WIDTH];
    float[][] targets = new float[8][1];
    for (int i = 0; i < 8; i++) {
      samples[i][i] = 1;
      targets[i][0] = i;
    }
    return Dataset.vectors(samples, targets);
  }
}
