package io.rhyton.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Dataset;
import io.rhyton.datasets.SyntheticShapes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {
  private static final Dataset IMAGES = SyntheticShapes.dataset(12, 5);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("images");
    ImageFile.write(IMAGES, file);
  }

  @Test
  void imagesAreReadAsTheyWereWritten() throws IOException {
    assertThat(Files.size(file)).isEqualTo(12 * (1 + 32 * 32 * 3));
    Dataset read = ImageFile.read(file, 12);
    assertThat(read.size()).isEqualTo(12);
    for (int i = 0; i < 12; i++) {
      assertThat(read.input().values(i)).isEqualTo(IMAGES.input().values(i));
      assertThat(read.label().classIndex(i)).isEqualTo(IMAGES.label().classIndex(i));
    }
  }

  @Test
  void onlyTheFirstImagesCanBeRead() throws IOException {
    assertThat(ImageFile.read(file, 2).size()).isEqualTo(2);
  }

  @Test
  void batchesAreReadOneByOne() {
    try (Stream<Dataset> batches = ImageFile.stream(file, 5, 2).pass(1)) {
      List<Dataset> read = batches.toList();
      assertThat(read).extracting(Dataset::size).containsExactly(5, 5);
      assertThat(read.get(1).input().values(4)).isEqualTo(IMAGES.input().values(9));
      assertThat(read.get(1).label().classIndex(4)).isEqualTo(IMAGES.label().classIndex(9));
    }
  }

  @Test
  void aFileThatIsTooShortIsAnError() {
    assertThatThrownBy(() -> ImageFile.read(file, 13))
        .isInstanceOf(EOFException.class)
        .hasMessage(file + ": expected 13 images, got 12");
  }
}
