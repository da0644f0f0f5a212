package io.rhyton.checkpoint;

import static io.rhyton.model.layer.ActivationFunction.RELU;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.callback.CSVLogger;
import io.rhyton.callback.Callback;
import io.rhyton.callback.EarlyStopping;
import io.rhyton.callback.LearningRateScheduler;
import io.rhyton.callback.ReduceLROnPlateau;
import io.rhyton.callback.TensorBoard;
import io.rhyton.callback.Training;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A training program with everything that has state, which can be killed. */
final class KilledTraining {
  static final int EPOCHS = 30;
  static final int STEPS = 10;
  private static final int BATCH = 8;

  private KilledTraining() {}

  /**
   * Trains with backups in a folder, and writes the weights and the history there at the end.
   *
   * @param arguments the folder and, optionally, the number of epochs
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Model model = model()) {
      model.fit(
          data(), fit(folder, arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPOCHS));
      KerasWeights.write(model, folder.resolve("final.weights.h5"));
    }
  }

  @MustBeClosed
  static Model model() {
    ModelSpec spec =
        Sequential.image(2, 2, 1)
            .add(Flatten.of())
            .add(Dense.of(16).activation(RELU))
            .add(BatchNormalization.of())
            .add(Dropout.of(0.3))
            .add(Dense.of(1))
            .build("killed");
    return Model.compile(
        spec,
        CompileSpec.of(Adam.of(0.01).useEma(true), MeanSquaredError.of(), MeanAbsoluteError.of()),
        Execution.defaults().seed(11));
  }

  static Fit fit(Path folder) {
    return fit(folder, EPOCHS);
  }

  private static Fit fit(Path folder, int epochs) {
    return Fit.epochs(epochs)
        .batchSize(BATCH)
        .validationSplit(0.2)
        .augmentation(ImageDataGenerator.of().rotationRange(9).zoomRange(0.1).horizontalFlip(true))
        .progress(Progress.NONE)
        .callbacks(
            LearningRateScheduler.of((epoch, rate) -> rate * 0.99),
            ReduceLROnPlateau.of().patience(1).factor(0.9).cooldown(1),
            EarlyStopping.of().patience(epochs).restoreBestWeights(true),
            CSVLogger.of(folder.resolve("log.csv")),
            TensorBoard.of(folder.resolve("events")).histogramFreq(1).updateFreq(2),
            BackupAndRestore.of(folder.resolve("backups")).saveFreq(3),
            new Pause());
  }

  /** Makes steps long enough to kill the process between them. */
  private static final class Pause implements Callback {
    @Override
    public void onProgress(Training training) {
      try {
        Thread.sleep(3);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static Dataset data() {
    int count = STEPS * BATCH * 5 / 4;
    SplittableRandom random = new SplittableRandom(3);
    float[] images = new float[count * 4];
    float[][] targets = new float[count][1];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 4; j++) {
        images[4 * i + j] = (float) random.nextDouble(-1, 1);
      }
      targets[i][0] = images[4 * i] * images[4 * i + 1] + images[4 * i + 2];
    }
    return Dataset.zip(Dataset.images(2, 2, 1, images), Dataset.targets(targets));
  }
}
