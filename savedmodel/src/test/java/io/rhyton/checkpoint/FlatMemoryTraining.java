package io.rhyton.checkpoint;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.callback.CSVLogger;
import io.rhyton.callback.Callback;
import io.rhyton.callback.EarlyStopping;
import io.rhyton.callback.ReduceLROnPlateau;
import io.rhyton.callback.Training;
import io.rhyton.data.Dataset;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.history.EpochLog;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** A long training program that saves and logs, and prints its memory usage. */
final class FlatMemoryTraining {
  static final int WARM_UP = 10;
  static final int EPOCHS = WARM_UP + 50;

  private FlatMemoryTraining() {}

  /** Trains in a folder, on a given number of images. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ModelSpec spec =
        Sequential.image(32, 32, 3)
            .add(Conv2D.of(8, 3).strides(2).activation(RELU))
            .add(BatchNormalization.of())
            .add(Dropout.of(0.2))
            .add(Flatten.of())
            .add(Dense.of(64).activation(RELU))
            .add(Dense.of(10).activation(SOFTMAX))
            .build("flat");
    Dataset data = SyntheticShapes.dataset(Integer.parseInt(arguments[1]), 1).rescale(1.0 / 255);
    try (Model model =
        Model.compile(spec, Adam.of(), SparseCategoricalCrossentropy.of(), Accuracy.of())) {
      model.fit(
          data,
          Fit.epochs(EPOCHS)
              .validationSplit(0.2)
              .progress(Progress.NONE)
              .callbacks(
                  EarlyStopping.of().patience(EPOCHS).restoreBestWeights(true),
                  ReduceLROnPlateau.of(),
                  CSVLogger.of(folder.resolve("log.csv")),
                  ModelCheckpoint.of(model, folder.resolve("model.keras")),
                  BackupAndRestore.of(folder.resolve("backups")),
                  new Report()));
    }
  }

  /**
   * Prints a line per epoch: resident KiB, and the number of native objects that JavaCPP tracks.
   */
  private static final class Report implements Callback {
    @Override
    public void onEpochEnd(Training training, EpochLog log) {
      System.out.println("memory " + resident() + " " + Pointer.totalCount());
    }

    private static long resident() {
      try {
        return ResidentMemory.kib().orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
