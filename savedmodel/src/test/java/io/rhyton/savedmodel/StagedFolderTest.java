package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.exceptions.TensorFlowException;

class StagedFolderTest {
  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void chooseAFolder() {
    folder = temporary.resolve("folder");
  }

  @Test
  void theFolderAppearsWithAllThatWasWritten() throws IOException {
    StagedFolder.write(
        folder,
        staging -> {
          writeSome(staging);
          assertThat(folder).doesNotExist();
        });

    assertThat(folder.resolve("a/b")).hasContent("b");
    assertThat(SavedModelFolder.entries(temporary)).containsExactly(folder);
  }

  private static void writeSome(Path staging) throws IOException {
    Files.writeString(Files.createDirectory(staging.resolve("a")).resolve("b"), "b");
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    folder,
                    staging -> {
                      writeSome(staging);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected a folder that can be written, got"
                + " java.io.IOException: No space left on device. Check the path and the disk.",
            folder);
    assertThat(SavedModelFolder.entries(temporary)).isEmpty();
  }

  @Test
  void anErrorOfTensorFlowLeavesNothingBehind() throws IOException {
    TensorFlowException failure = new TensorFlowException("variables.index; Permission denied");

    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    folder,
                    staging -> {
                      writeSome(staging);
                      throw failure;
                    }))
        .isInstanceOf(ArtifactException.class)
        .hasCause(failure);
    assertThat(SavedModelFolder.entries(temporary)).isEmpty();
  }

  @Test
  void aMistakeLeavesNothingBehindAndIsNotHidden() throws IOException {
    IllegalStateException mistake = new IllegalStateException("no variable 'x' in the model");

    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    folder,
                    staging -> {
                      writeSome(staging);
                      throw mistake;
                    }))
        .isSameAs(mistake);
    assertThat(SavedModelFolder.entries(temporary)).isEmpty();
  }

  @Test
  void aStagingFolderThatVanishesIsAnError() {
    assertThatThrownBy(() -> StagedFolder.write(folder, Files::delete))
        .isInstanceOf(ArtifactException.class)
        .hasCauseInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith(
            "SavedModel '%s': expected a folder that can be written, got"
                + " java.nio.file.NoSuchFileException: ",
            folder);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderThatAnotherFillsMeanwhileIsKept() throws IOException {
    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    folder,
                    staging -> {
                      writeSome(staging);
                      Files.writeString(
                          Files.createDirectory(folder).resolve("theirs.txt"), "theirs");
                    }))
        .isInstanceOf(ArtifactException.class);

    assertThat(SavedModelFolder.entries(temporary)).containsExactly(folder);
    assertThat(SavedModelFolder.entries(folder)).containsExactly(folder.resolve("theirs.txt"));
  }

  @Test
  void theStagingFolderLiesBesideItsPlace() {
    List<Path> stagings = new ArrayList<>();

    StagedFolder.write(folder, stagings::add);

    assertThat(stagings).hasSize(1);
    assertThat(stagings.get(0).getParent()).isEqualTo(temporary);
  }
}
