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

/** Counts the native objects that JavaCPP tracks. */
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

  private static void assertLeaksNothing(Work work) throws IOException {
    work.run();
    long before = Pointer.totalCount();
    for (int i = 0; i < ROUNDS; i++) {
      work.run();
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void writingReadingAndPredictingLeakNothing() throws IOException {
    assertLeaksNothing(
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
  void trainingAReadModelAndSavingItLeakNothing() throws IOException {
    assertLeaksNothing(
        () -> {
          Path next = temporary.resolve("model" + written++);
          Path again = temporary.resolve("model" + written++);
          try (Model model = TrainingExample.CLASS_INDICES.compiled()) {
            SavedModel.write(model, next, SavedModel.withTraining());
          }
          try (TrainableModel read = SavedModel.readTrainable(next)) {
            read.trainOnBatch(TrainingExample.CLASS_INDICES.data());
            read.evaluate(TrainingExample.CLASS_INDICES.data());
            read.save(again);
          }
        });
  }

  @Test
  void readingAModelWithoutTrainingFunctionsLeaksNothing() throws IOException {
    Path trainable = temporary.resolve("trainable");
    try (Model model = TrainingExample.CLASS_INDICES.compiled()) {
      SavedModel.write(model, trainable, SavedModel.withTraining());
    }
    SavedModelFolder.truncate(
        trainable.resolve("variables").resolve("variables.data-00000-of-00001"), 2000);
    assertLeaksNothing(
        () -> {
          assertThatThrownBy(() -> SavedModel.readTrainable(folder))
              .isInstanceOf(ArtifactException.class);
          assertThatThrownBy(() -> SavedModel.readTrainable(trainable))
              .isInstanceOf(ArtifactException.class);
        });
  }

  @Test
  void aFailedWriteLeaksNothing() throws IOException {
    Path taken = folder;
    Path below = folder.resolve("saved_model.pb").resolve("model");
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      assertLeaksNothing(
          () -> {
            assertThatThrownBy(() -> SavedModel.write(model, taken))
                .isInstanceOf(ArtifactException.class);
            assertThatThrownBy(() -> SavedModel.write(model, below))
                .isInstanceOf(ArtifactException.class);
          });
    }
  }

  @Test
  void readingADamagedGraphLeaksNothing() throws IOException {
    SavedModelFolder.truncate(folder.resolve("saved_model.pb"), 1000);

    assertLeaksNothing(this::failToRead);
  }

  @Test
  void readingDamagedValuesLeaksNothing() throws IOException {
    SavedModelFolder.truncate(folder.resolve("variables/variables.index"), 50);

    assertLeaksNothing(this::failToRead);
  }

  @Test
  void readingWithoutValuesLeaksNothing() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("variables"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertLeaksNothing(this::failToRead);
  }

  @Test
  void readingWithoutASignatureLeaksNothing() throws IOException {
    SavedModelFolder.edit(folder, metaGraph -> metaGraph.removeSignatureDef("serving_default"));

    assertLeaksNothing(this::failToRead);
  }

  @Test
  void readingASignatureThatDoesNotMatchTheGraphLeaksNothing() throws IOException {
    SavedModelFolder.editSignature(
        folder,
        signature ->
            signature.putInputs(
                "input_layer",
                signature.getInputsOrThrow("input_layer").toBuilder().setName("x:0").build()));

    assertLeaksNothing(this::failToRead);
  }

  private void failToRead() {
    assertThatThrownBy(() -> SavedModel.read(folder)).isInstanceOf(ArtifactException.class);
  }

  @Test
  void aRejectedPredictionLeaksNothing() throws IOException {
    try (Predictor saved = SavedModel.read(folder)) {
      assertLeaksNothing(
          () -> {
            saved.predict(SAMPLE);
            assertThatThrownBy(() -> saved.predict(new float[1]))
                .isInstanceOf(IllegalArgumentException.class);
          });
    }
  }
}
