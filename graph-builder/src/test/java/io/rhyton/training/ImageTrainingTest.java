package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.image.ColorMode;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on images that are read from their files during training. */
class ImageTrainingTest {
  private static final int IMAGES = 24;
  private static final Fit FIT = Fit.epochs(2).batchSize(5).progress(Progress.NONE);

  @TempDir private Path root;

  @BeforeEach
  void draw() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(9, 8, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 9; x++) {
        for (int y = 0; y < 8; y++) {
          image.setRGB(x, y, random.nextInt(1 << 24));
        }
      }
      Path file = file(i);
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    }
  }

  private Path file(int index) {
    return root.resolve("class" + index / (IMAGES / 2)).resolve("%02d.png".formatted(index));
  }

  private Dataset images() {
    return ImageFolder.of(root)
        .imageSize(6, 6)
        .colorMode(ColorMode.GRAYSCALE)
        .dataset()
        .rescale(1.0 / 255);
  }

  /** The same images, in memory. */
  private static Dataset inMemory(Dataset images) {
    float[] pixels = new float[images.size() * 36];
    int[] labels = new int[images.size()];
    for (int i = 0; i < images.size(); i++) {
      images.input().copy(i, pixels, i * 36);
      labels[i] = images.label().classIndex(i);
    }
    return Dataset.images(6, 6, 1, pixels, labels);
  }

  @Test
  void resultsEqualThoseOfImagesInMemory() {
    Dataset images = images();
    try (Model fromFiles = SmallModels.compiled(1);
        Model fromMemory = SmallModels.compiled(1)) {
      History files = fromFiles.fit(images, FIT.validationData(images));
      History memory = fromMemory.fit(inMemory(images), FIT.validationData(inMemory(images)));

      assertThat(files.epochs().get(1).scores()).isEqualTo(memory.epochs().get(1).scores());
      assertThat(fromFiles.weights()).isEqualTo(fromMemory.weights());
    }
  }

  @Test
  void aFileThatDisappearsDuringAnEpochEndsTrainingCleanly() throws IOException {
    Dataset images = images();
    try (Model model = SmallModels.compiled(1)) {
      model.fit(images, FIT);
      Path gone = file(13);
      byte[] content = Files.readAllBytes(gone);
      Files.delete(gone);
      long before = Pointer.totalCount();

      assertThatThrownBy(() -> model.fit(images, FIT.shuffle(false)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("Image " + gone + ": expected a readable file, got none");

      assertThat(Pointer.totalCount()).isEqualTo(before);
      assertThat(feeders()).isZero();
      Files.write(gone, content);
      assertThat(model.fit(images, FIT).epochs()).hasSize(2);
      assertThat(model.predict(images).shape().get(0)).isEqualTo(IMAGES);
    }
  }

  @Test
  void theFirstOfSeveralCorruptImagesIsNamed() throws IOException {
    Dataset images = images();
    for (int i = 5; i < 10; i++) {
      Files.writeString(file(i), "no image");
    }
    try (Model model = SmallModels.compiled(1)) {
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> model.evaluate(images, 10))
            .isInstanceOf(DataException.class)
            .hasMessageStartingWith("Image " + file(5) + ": ");
      }
    }
  }

  @Test
  void prefetchedImagesThatAreNotUsedMayBeCorrupt() throws IOException {
    Dataset images = images();
    // Opens the decoder, which lives as long as the process.
    images.input().values(0);
    Files.delete(file(8));
    try (Model model = SmallModels.compiled(1)) {
      long before = Pointer.totalCount();
      History history =
          model.fit(
              images,
              FIT.shuffle(false)
                  .callbacks(
                      new Callback() {
                        @Override
                        public void onTrainBatchEnd(
                            Training training, int step, Supplier<Scores> scores) {
                          training.stop("enough");
                        }
                      }));

      assertThat(history.epochs()).hasSize(1);
      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }

  private static long feeders() {
    Thread[] threads = new Thread[Thread.activeCount() + 16];
    Thread.enumerate(threads);
    return Arrays.stream(threads)
        .filter(thread -> thread != null && thread.getName().startsWith("rhyton-prefetch"))
        .count();
  }
}
