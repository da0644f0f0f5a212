package io.rhyton.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void missingDirectoriesAreCreatedAndAnExistingFileIsReplaced() throws IOException {
    Path file = folder.resolve("a/b/note.txt");
    WholeFile.write(file, bytes("old"));
    WholeFile.write(file, bytes("new"));
    assertThat(file).hasContent("new");
    assertThat(inFolderOf(file)).containsExactly(file);
  }

  @Test
  void contentCanBeStreamed() throws IOException {
    Path file = folder.resolve("long");
    WholeFile.write(
        file,
        out -> {
          for (int i = 0; i < 300_000; i++) {
            out.write(i % 100);
          }
        });
    assertThat(file).hasSize(300_000);
    assertThat(Files.readAllBytes(file)[299_999]).isEqualTo((byte) 99);
  }

  @Test
  void contentThatThrowsLeavesTheExistingFile() throws IOException {
    Path file = folder.resolve("note.txt");
    WholeFile.write(file, bytes("old"));
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(bytes("new"));
                      throw new IOException("the source is dry");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + ": expected a writable file, got java.io.IOException: the source is"
                + " dry. Choose another path.");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("a sample is broken");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a sample is broken");
    assertThat(file).hasContent("old");
    assertThat(inFolderOf(file)).containsExactly(file);
  }

  @Test
  void anInterruptedThreadStillWritesTheFile() throws IOException {
    Path file = folder.resolve("note.txt");
    Thread.currentThread().interrupt();
    try {
      WholeFile.write(file, bytes("new"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void aMissingFileIsNotMoved() throws IOException {
    Path target = folder.resolve("target");
    Files.writeString(target, "old");
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> WholeFile.move(absent, target))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(target).hasContent("old");
    assertThat(inFolderOf(target)).containsExactly(target);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path[] inFolderOf(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
      return files.map(Path::normalize).toArray(Path[]::new);
    }
  }
}
