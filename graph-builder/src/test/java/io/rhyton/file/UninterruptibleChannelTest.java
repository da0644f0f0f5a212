package io.rhyton.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptibleChannelTest {
  private static final int MANY = 300_000;

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void chooseAFile() {
    file = folder.resolve("file");
  }

  @Test
  void bytesOfBothKindsOfBuffersComeBack() throws IOException {
    try (UninterruptibleChannel channel = UninterruptibleChannel.create(file)) {
      assertThat(channel.write(counting(ByteBuffer.allocate(MANY)))).isEqualTo(MANY);
      assertThat(channel.write(counting(ByteBuffer.allocateDirect(MANY)))).isEqualTo(MANY);
      assertThat(channel.position()).isEqualTo(2 * MANY);
    }
    try (UninterruptibleChannel channel = UninterruptibleChannel.read(file)) {
      assertThat(channel.size()).isEqualTo(2 * MANY);
      ByteBuffer direct = ByteBuffer.allocateDirect(MANY);
      while (direct.hasRemaining()) {
        assertThat(channel.read(direct)).isPositive();
      }
      assertThat(direct.flip()).isEqualTo(counting(ByteBuffer.allocate(MANY)));
      ByteBuffer part = ByteBuffer.allocate(7).position(2).limit(5);
      assertThat(channel.read(part, MANY + 1)).isEqualTo(3);
      assertThat(part.array()).containsExactly(0, 0, 1, 2, 3, 0, 0);
      assertThat(channel.read(ByteBuffer.allocate(1), 2 * MANY)).isEqualTo(-1);
    }
  }

  private static ByteBuffer counting(ByteBuffer bytes) {
    for (int i = 0; i < MANY; i++) {
      bytes.put((byte) i);
    }
    return bytes.flip();
  }

  @Test
  void aFileIsContinuedAfterItsTruncation() throws IOException {
    Files.writeString(file, "0123456789");
    UninterruptibleChannel closed;
    try (UninterruptibleChannel channel = UninterruptibleChannel.write(file)) {
      channel.truncate(20).truncate(4).position(4).write(ByteBuffer.wrap(new byte[] {'x'}));
      channel.sync();
      assertThat(channel.isOpen()).isTrue();
      closed = channel;
    }
    assertThat(closed.isOpen()).isFalse();
    assertThat(file).hasContent("0123x");
  }

  @Test
  void anInterruptedThreadReadsAndWrites() throws IOException {
    Thread.currentThread().interrupt();
    try (UninterruptibleChannel channel = UninterruptibleChannel.create(file)) {
      channel.write(ByteBuffer.wrap(new byte[] {1}));
      channel.position(0);
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(1);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Nothing is opened.
  void onlyAnExistingRegularFileIsRead() throws IOException {
    assertThatThrownBy(() -> UninterruptibleChannel.read(file).close())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file.toString());
    assertThatThrownBy(() -> UninterruptibleChannel.read(folder).close())
        .isInstanceOf(FileSystemException.class)
        .hasMessage(folder + ": not a regular file");
    Files.createFile(file);
    assertThatThrownBy(() -> UninterruptibleChannel.create(file).close())
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
