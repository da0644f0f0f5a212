package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the native objects that JavaCPP knows of. */
class LeakTest {
  private static final int ROUNDS = 5;
  private static final float[] SAMPLE = ExampleModel.VECTORS.samples(1);

  @TempDir private Path temporary;

  private Path folder = Path.of("");
  private int written;

  @BeforeEach
  void writeAModel() {
    folder = temporary.resolve("model");
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      SavedModel.write(model, folder);
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void assertNothingIsLeftOf(Work work) throws IOException {
    work.run();
    long before = Pointer.totalCount();
    for (int i = 0; i < ROUNDS; i++) {
      work.run();
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void nothingIsLeftOfWritingReadingAndPredicting() throws IOException {
    assertNothingIsLeftOf(
        () -> {
          Path next = temporary.resolve("model" + written++);
          try (Model model = ExampleModel.EVERY_LAYER.compiled(1)) {
            SavedModel.write(model, next);
          }
          try (Predictor saved = SavedModel.read(next)) {
            saved.predict(ExampleModel.EVERY_LAYER.samples(1));
          }
        });
  }

  @Test
  void nothingIsLeftOfTrainingAReadModelAndSavingIt() throws IOException {
    assertNothingIsLeftOf(
        () -> {
          Path next = temporary.resolve("model" + written++);
          Path again = temporary.resolve("model" + written++);
          try (Model model = TrainingExample.CLASS_NUMBERS.compiled()) {
            SavedModel.write(model, next, SavedModel.withTraining());
          }
          try (TrainableModel read = SavedModel.readTrainable(next)) {
            read.trainOnBatch(TrainingExample.CLASS_NUMBERS.data());
            read.evaluate(TrainingExample.CLASS_NUMBERS.data());
            read.save(again);
          }
        });
  }

  @Test
  void nothingIsLeftOfAReadThatFindsNothingToTrain() throws IOException {
    Path trainable = temporary.resolve("trainable");
    try (Model model = TrainingExample.CLASS_NUMBERS.compiled()) {
      SavedModel.write(model, trainable, SavedModel.withTraining());
    }
    SavedModelFolder.truncate(
        trainable.resolve("variables").resolve("variables.data-00000-of-00001"), 2000);
    assertNothingIsLeftOf(
        () -> {
          assertThatThrownBy(() -> SavedModel.readTrainable(folder))
              .isInstanceOf(ArtifactException.class);
          assertThatThrownBy(() -> SavedModel.readTrainable(trainable))
              .isInstanceOf(ArtifactException.class);
        });
  }

  @Test
  void nothingIsLeftOfAFailedWrite() throws IOException {
    Path taken = folder;
    Path below = folder.resolve("saved_model.pb").resolve("model");
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      assertNothingIsLeftOf(
          () -> {
            assertThatThrownBy(() -> SavedModel.write(model, taken))
                .isInstanceOf(ArtifactException.class);
            assertThatThrownBy(() -> SavedModel.write(model, below))
                .isInstanceOf(ArtifactException.class);
          });
    }
  }

  @Test
  void nothingIsLeftOfAReadOfADamagedGraph() throws IOException {
    SavedModelFolder.truncate(folder.resolve("saved_model.pb"), 1000);

    assertNothingIsLeftOf(this::failToRead);
  }

  @Test
  void nothingIsLeftOfAReadOfDamagedValues() throws IOException {
    SavedModelFolder.truncate(folder.resolve("variables/variables.index"), 50);

    assertNothingIsLeftOf(this::failToRead);
  }

  @Test
  void nothingIsLeftOfAReadWithoutValues() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("variables"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertNothingIsLeftOf(this::failToRead);
  }

  @Test
  void nothingIsLeftOfAReadWithoutASignature() throws IOException {
    SavedModelFolder.edit(folder, metaGraph -> metaGraph.removeSignatureDef("serving_default"));

    assertNothingIsLeftOf(this::failToRead);
  }

  @Test
  void nothingIsLeftOfAReadWithASignatureThatTheGraphDoesNotFit() throws IOException {
    SavedModelFolder.editSignature(
        folder,
        signature ->
            signature.putInputs(
                "input_layer",
                signature.getInputsOrThrow("input_layer").toBuilder().setName("x:0").build()));

    assertNothingIsLeftOf(this::failToRead);
  }

  private void failToRead() {
    assertThatThrownBy(() -> SavedModel.read(folder)).isInstanceOf(ArtifactException.class);
  }

  @Test
  void nothingIsLeftOfARefusedPrediction() throws IOException {
    try (Predictor saved = SavedModel.read(folder)) {
      assertNothingIsLeftOf(
          () -> {
            saved.predict(SAMPLE);
            assertThatThrownBy(() -> saved.predict(new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
          });
    }
  }
}
