package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SavedModelWriteErrorsTest {
  private static final Model MODEL = ExampleModel.NO_WEIGHTS.compiled(1);

  @TempDir private Path temporary;

  @AfterAll
  static void closeTheModel() {
    MODEL.close();
  }

  @Test
  void anExistingFolderIsKept() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("model"));
    Path kept = Files.writeString(folder.resolve("kept.txt"), "kept");

    assertRejectedAsExisting(folder);

    assertThat(SavedModelFolder.entries(folder)).containsExactly(kept);
    assertThat(SavedModelFolder.entries(temporary)).containsExactly(folder);
  }

  @Test
  void anEmptyFolderIsKept() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("model"));

    assertRejectedAsExisting(folder);

    assertThat(SavedModelFolder.entries(folder)).isEmpty();
  }

  @Test
  void aFileOfThatNameIsKept() throws IOException {
    Path file = Files.writeString(temporary.resolve("model"), "kept");

    assertRejectedAsExisting(file);

    assertThat(file).hasContent("kept");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aDanglingLinkIsKept() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("model"), temporary.resolve("nowhere"));

    assertRejectedAsExisting(link);

    assertThat(link).isSymbolicLink();
  }

  @Test
  void aSavedModelIsNotReplacedByTheNext() throws IOException {
    Path folder = temporary.resolve("model");
    SavedModel.write(MODEL, folder);

    assertRejectedAsExisting(folder);

    assertThat(SavedModelFolder.entries(temporary)).containsExactly(folder);
    try (Predictor saved = SavedModel.read(folder)) {
      assertThat(saved.inputShape().asArray()).isEqualTo(MODEL.inputShape().asArray());
    }
  }

  @Test
  void theRootOfTheFileSystemIsRejected() {
    assertRejectedAsExisting(temporary.getRoot());
  }

  private static void assertRejectedAsExisting(Path folder) {
    assertThatThrownBy(() -> SavedModel.write(MODEL, folder))
        .isInstanceOfSatisfying(
            ArtifactException.class, error -> assertThat(error.path()).isEqualTo(folder))
        .hasMessage(
            "SavedModel '%s': expected a folder that does not exist yet, got an existing one."
                + " Choose another name, or delete the existing one first.",
            folder);
  }

  @Test
  void nothingIsWrittenBelowAFile() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "kept");

    assertThatThrownBy(() -> SavedModel.write(MODEL, file.resolve("model")))
        .isInstanceOf(ArtifactException.class)
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(
            "SavedModel '%s': expected a folder that can be written, got"
                + " java.nio.file.FileAlreadyExistsException: %s. Check the path and the disk.",
            file.resolve("model"), file);
    assertThat(file).hasContent("kept");
  }

  @Test
  void aNameLongerThanTheFileSystemAllowsLeavesNothingBehind() throws IOException {
    Path folder = temporary.resolve("x".repeat(300));

    assertThatThrownBy(() -> SavedModel.write(MODEL, folder))
        .isInstanceOf(ArtifactException.class)
        .hasCauseInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(
            "SavedModel '%s': expected a folder that can be written, got ", folder)
        .hasMessageEndingWith(". Check the path and the disk.");
    assertThat(SavedModelFolder.entries(temporary)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theLongestNameThatTheFileSystemAllowsIsAccepted() {
    Path folder = temporary.resolve("x".repeat(255));

    SavedModel.write(MODEL, folder);

    assertThat(folder.resolve("saved_model.pb")).exists();
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Closed, to be used afterwards.
  void aClosedModelIsRejectedAndNothingIsWritten() throws IOException {
    Model closed = ExampleModel.NO_WEIGHTS.compiled(1);
    closed.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> SavedModel.write(closed, temporary.resolve("model")))
        .withMessage("Model 'no_weights' is closed");
    assertThat(SavedModelFolder.entries(temporary)).isEmpty();
  }
}
