package io.rhyton.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.checkpoint.BackupAndRestore;
import io.rhyton.checkpoint.ModelCheckpoint;
import io.rhyton.data.Dataset;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.file.Folders;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.weight.Weights;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains, saves, reads and closes models over and over while other threads predict. Everything that
 * is read predicts the same, bit for bit, and no native object remains.
 *
 * <p>{@code -Drhyton.soak.minutes=60} runs it for an hour, and prints the memory as it goes.
 */
class SoakTest {
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("rhyton.soak.minutes", "0"));
  private static final int CLIENTS = 3;
  private static final ModelSpec SPEC =
      Sequential.image(32, 32, 3)
          .add(Conv2D.of(8, 3))
          .add(BatchNormalization.of())
          .add(MaxPooling2D.of(2))
          .add(Dropout.of(0.2))
          .add(GlobalAveragePooling2D.of())
          .add(Dense.of(10))
          .build("soak");

  @TempDir private Path folder;

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  @Test
  void trainingSavingReadingAndPredictingLeaveNothingBehind()
      throws IOException, InterruptedException, ExecutionException {
    try {
      round();
      round();
      long natives = Pointer.totalCount();
      SoakLog log = new SoakLog(MINUTES);
      do {
        log.add(round());
        assertThat(Pointer.totalCount()).as("native objects").isEqualTo(natives);
      } while (!log.isDone());
      log.printTotal();
    } finally {
      clients.shutdown();
    }
  }

  /** Trains and reads back a model, and returns the number of predictions meanwhile. */
  private long round() throws IOException, InterruptedException, ExecutionException {
    Path round = Files.createDirectory(folder.resolve("round"));
    Dataset data = SyntheticShapes.dataset(64, 1);
    float[] sample = data.input().values(0);
    long predictions = 0;
    try (Model model = compiled()) {
      Weights before = model.weights();
      float[] expected = predict(before, sample);
      try (Predictor predictor = Model.predictor(SPEC, before)) {
        AtomicBoolean trained = new AtomicBoolean();
        List<Future<Long>> counts =
            IntStream.range(0, CLIENTS)
                .mapToObj(i -> clients.submit(() -> serve(predictor, sample, expected, trained)))
                .toList();
        model.fit(data, fit(round, model));
        trained.set(true);
        for (Future<Long> count : counts) {
          predictions += count.get();
        }
      }
      readBack(model, round, data);
    }
    Folders.delete(round);
    return predictions;
  }

  @MustBeClosed
  private static Model compiled() {
    return Model.compile(SPEC, Adam.of(), SparseCategoricalCrossentropy.of().fromLogits(true));
  }

  private static Fit fit(Path folder, Model model) {
    return Fit.epochs(2)
        .batchSize(16)
        .validationSplit(0.25)
        .augmentation(ImageDataGenerator.of().horizontalFlip(true))
        .progress(Progress.NONE)
        .callbacks(
            ModelCheckpoint.of(model, folder.resolve("best.keras")),
            BackupAndRestore.of(folder.resolve("backups")).saveFreq(2));
  }

  /** Predicts until the training ends, and returns how often. */
  private static long serve(
      Predictor predictor, float[] sample, float[] expected, AtomicBoolean trained) {
    long count = 0;
    do {
      assertThat(predictor.predict(sample)).isEqualTo(expected);
      count++;
    } while (!trained.get());
    return count;
  }

  /** Writes the model in all formats, reads it, trains it a step and closes it. */
  private static void readBack(Model model, Path folder, Dataset data) {
    float[] sample = data.input().values(0);
    float[] expected = predict(model.weights(), sample);
    KerasFile.write(model, folder.resolve("model.keras"));
    KerasModel read = KerasFile.read(folder.resolve("model.keras"));
    assertThat(predict(read.requireWeights(), sample)).isEqualTo(expected);
    try (Model again = read.compile()) {
      again.trainOnBatch(data.take(16));
    }
    SavedModel.write(model, folder.resolve("saved"));
    try (Predictor saved = SavedModel.read(folder.resolve("saved"))) {
      assertThat(saved.predict(sample)).hasSize(expected.length);
    }
  }

  private static float[] predict(Weights weights, float[] sample) {
    try (Predictor predictor = Model.predictor(SPEC, weights)) {
      return predictor.predict(sample);
    }
  }
}
