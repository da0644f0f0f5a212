package io.rhyton.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
  void theFolderContainsEverythingThatWasWritten() throws IOException {
    StagedFolder.write(
        "SavedModel",
        folder,
        staging -> {
          writeSome(staging);
          assertThat(folder).doesNotExist();
        });

    assertThat(folder.resolve("a/b")).hasContent("b");
    assertThat(entries(temporary)).containsExactly(folder);
  }

  private static List<Path> entries(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }

  private static void writeSome(Path staging) throws IOException {
    Files.writeString(Files.createDirectory(staging.resolve("a")).resolve("b"), "b");
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    "SavedModel",
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
    assertThat(entries(temporary)).isEmpty();
  }

  @Test
  void aTensorFlowExceptionLeavesNothingBehind() throws IOException {
    TensorFlowException failure = new TensorFlowException("variables.index; Permission denied");

    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    "SavedModel",
                    folder,
                    staging -> {
                      writeSome(staging);
                      throw failure;
                    }))
        .isInstanceOf(ArtifactException.class)
        .hasCause(failure);
    assertThat(entries(temporary)).isEmpty();
  }

  @Test
  void anExceptionLeavesNothingBehindAndIsRethrown() throws IOException {
    IllegalStateException mistake = new IllegalStateException("no variable 'x' in the model");

    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    "SavedModel",
                    folder,
                    staging -> {
                      writeSome(staging);
                      throw mistake;
                    }))
        .isSameAs(mistake);
    assertThat(entries(temporary)).isEmpty();
  }

  @Test
  void aVanishedStagingFolderIsAnError() {
    assertThatThrownBy(() -> StagedFolder.write("SavedModel", folder, Files::delete))
        .isInstanceOf(ArtifactException.class)
        .hasCauseInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith(
            "SavedModel '%s': expected a folder that can be written, got"
                + " java.nio.file.NoSuchFileException: ",
            folder);
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFolderWrittenConcurrentlyIsKept() throws IOException {
    assertThatThrownBy(
            () ->
                StagedFolder.write(
                    "SavedModel",
                    folder,
                    staging -> {
                      writeSome(staging);
                      Files.writeString(
                          Files.createDirectory(folder).resolve("theirs.txt"), "theirs");
                    }))
        .isInstanceOf(ArtifactException.class);

    assertThat(entries(temporary)).containsExactly(folder);
    assertThat(entries(folder)).containsExactly(folder.resolve("theirs.txt"));
  }

  @Test
  void theStagingFolderIsInTheSameParent() {
    List<Path> stagings = new ArrayList<>();

    StagedFolder.write("SavedModel", folder, stagings::add);

    assertThat(stagings).hasSize(1);
    assertThat(stagings.get(0).getParent()).isEqualTo(temporary);
  }
}
