package io.rhyton.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.checkpoint.JavaProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedFilesTest {
  private static final String BEGUN = "begun";

  @TempDir private Path folder;

  /** Begins to write a file and a folder, and never ends. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      StagedFile.write(
          "File",
          folder.resolve("file"),
          file -> {
            file.write(ByteBuffer.allocate(100));
            StagedFolder.write(
                "Folder",
                folder.resolve("folder"),
                staging -> {
                  Files.writeString(staging.resolve("part"), "a part");
                  Files.createFile(folder.resolve(BEGUN));
                  waitForever();
                });
          });
    }

    private static void waitForever() {
      while (true) {
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Test
  void whatAKilledProcessLeftIsDeletedByTheNextWriterAndWhatALivingOneWritesIsNot()
      throws IOException, InterruptedException {
    Process writer =
        JavaProcess.start(List.of(), Writer.class, folder.resolve("output"), folder.toString());
    try {
      while (!Files.exists(folder.resolve(BEGUN)) && writer.isAlive()) {
        Thread.sleep(10);
      }
      assertThat(folder.resolve("output")).isEmptyFile();
      write("other");
      assertThat(hidden()).hasSize(4);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    assertThat(hidden()).hasSize(4);
    write("another");
    assertThat(hidden()).isEmpty();
    assertThat(folder.resolve("other")).hasContent("content");
    assertThat(folder.resolve("another")).hasContent("content");
    assertThat(folder.resolve("file")).doesNotExist();
  }

  @Test
  void aWriterLeavesWhatAnotherThreadWrites() {
    StagedFile.write(
        "File",
        folder.resolve("outer"),
        file -> {
          write("inner");
          file.write(ByteBuffer.wrap("outer".getBytes(StandardCharsets.UTF_8)));
        });
    assertThat(folder.resolve("outer")).hasContent("outer");
    assertThat(folder.resolve("inner")).hasContent("content");
  }

  private void write(String name) {
    StagedFile.write(
        "File",
        folder.resolve(name),
        file -> file.write(ByteBuffer.wrap("content".getBytes(StandardCharsets.UTF_8))));
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
