package io.rhyton.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {
  @TempDir private Path temporary;

  @Test
  void aNewFileIsWrittenCompletely() throws IOException {
    Path file = temporary.resolve("deeper/file");

    StagedFile.write(
        "Note",
        file,
        channel -> {
          channel.write(bytes("new"));
          assertThat(file).doesNotExist();
        });

    assertThat(file).hasContent("new");
    assertThat(entries(file.resolveSibling("."))).hasSize(1);
  }

  @Test
  void anOldFileIsReplaced() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "much older");

    StagedFile.write("Note", file, channel -> channel.write(bytes("new")));

    assertThat(file).hasContent("new");
    assertThat(entries(temporary)).containsExactly(file);
  }

  @Test
  void aFullDiskLeavesTheOldFileIntact() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "old");

    assertThatThrownBy(
            () ->
                StagedFile.write(
                    "Note",
                    file,
                    channel -> {
                      channel.write(bytes("half"));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Note '%s': expected a file that can be written, got"
                + " java.io.IOException: No space left on device. Check the path and the disk.",
            file);
    assertThat(file).hasContent("old");
    assertThat(entries(temporary)).containsExactly(file);
  }

  @Test
  void anExceptionLeavesNothingBehindAndIsRethrown() throws IOException {
    IllegalStateException mistake = new IllegalStateException("oops");

    assertThatThrownBy(
            () ->
                StagedFile.write(
                    "Note",
                    temporary.resolve("file"),
                    channel -> {
                      throw mistake;
                    }))
        .isSameAs(mistake);
    assertThat(entries(temporary)).isEmpty();
  }

  @Test
  void aFolderIsNotOverwritten() {
    assertThatThrownBy(() -> StagedFile.write("Note", temporary, channel -> {}))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Note '%s': expected a file name, got a folder. Give the name of a file in it.",
            temporary);
  }

  private static List<Path> entries(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
