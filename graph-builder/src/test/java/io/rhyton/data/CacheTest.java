package io.rhyton.data;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.image.ImageFolder;
import io.rhyton.data.image.ImageHeaderTest;
import io.rhyton.data.image.ImageInterpolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class CacheTest {
  private static final int SAMPLES = 50;

  /** Half of the samples have only integers from 0 to 255, the others do not. */
  private static final Dataset DATA = data();

  @TempDir private Path folder;

  private static Dataset data() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[SAMPLES * 6];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 6 % 2 == 0 ? random.nextInt(256) : (float) random.nextDouble(-1000, 1000);
    }
    return Dataset.images(3, 2, 1, values, IntStream.range(0, SAMPLES).toArray());
  }

  @Test
  void eachSampleIsReadOnce() {
    CountedReads counted = CountedReads.of(DATA);
    Dataset cached = counted.dataset().cache();
    assertThat(counted.reads()).containsOnly(0);
    for (int epoch = 0; epoch < 3; epoch++) {
      requireSame(cached, DATA);
      requireSame(cached.rescale(0.5, 1), DATA.rescale(0.5, 1));
      requireSame(cached.skip(7).take(20), DATA.skip(7).take(20));
    }
    assertThat(counted.reads()).containsOnly(1);
  }

  @Test
  void skippedSamplesAreNotRead() {
    CountedReads counted = CountedReads.of(DATA);
    requireSame(counted.dataset().skip(40).take(5).cache(), DATA.skip(40).take(5));
    assertThat(Arrays.stream(counted.reads()).sum()).isEqualTo(5);
  }

  @Test
  void pixelsAreCachedBeforeRescaling() {
    CountedReads counted = CountedReads.of(DATA);
    Dataset rescaled = DATA.rescale(1.0 / 255, -0.5);
    Dataset cached = counted.dataset().rescale(1.0 / 255, -0.5).cache();
    requireSame(cached, rescaled);
    requireSame(cached, rescaled);
    assertThat(counted.reads()).containsOnly(1);
  }

  @Test
  void severalThreadsReadIdenticalSamples() {
    Dataset cached = CountedReads.of(DATA).dataset().cache();
    Dataset onDisk = CountedReads.of(DATA).dataset().cache(folder.resolve("cache"));
    IntStream.range(0, 40 * SAMPLES)
        .parallel()
        .forEach(
            i -> {
              assertThat(cached.input().values(i % SAMPLES))
                  .isEqualTo(DATA.input().values(i % SAMPLES));
              assertThat(onDisk.input().values(i * 7 % SAMPLES))
                  .isEqualTo(DATA.input().values(i * 7 % SAMPLES));
            });
  }

  @Test
  void inMemoryInputsAreNotCached() {
    Path file = folder.resolve("cache");
    requireSame(DATA.cache().cache(file), DATA);
    Dataset bytes = Dataset.samples(Shape.of(2), new byte[] {1, 2, 3, -1});
    requireSame(bytes.rescale(2).cache().cache(file), bytes.rescale(2));
    assertThat(file).doesNotExist();
  }

  @Test
  void samplesTakeOneBytePerValueWhereThatIsExact() {
    assertThat(PackedSample.pack(new float[] {9, 0, 255, 1, 9}, 1, 3)).containsExactly(0, -1, 1);
    for (float other :
        new float[] {-0f, -1, 256, 0.5f, 1e10f, Float.NaN, Float.NEGATIVE_INFINITY}) {
      byte[] packed = PackedSample.pack(new float[] {7, other}, 0, 2);
      assertThat(packed).hasSize(8);
      float[] unpacked = new float[3];
      PackedSample.unpack(packed, 2, unpacked, 1);
      assertThat(unpacked).containsExactly(0, 7, other);
      assertThat(Float.floatToRawIntBits(unpacked[2])).isEqualTo(Float.floatToRawIntBits(other));
    }
  }

  @Test
  void aCacheFileIsWrittenOnceAndReused() throws IOException {
    Path file = folder.resolve("caches/train");
    CountedReads first = CountedReads.of(DATA);
    requireSame(first.dataset().cache(file), DATA);
    assertThat(first.reads()).containsOnly(1);
    byte[] made = Files.readAllBytes(file);
    // Half of the samples take one byte per value.
    assertThat(made).hasSize(SampleFile.HEAD + 25 * 6 + 25 * 24 + 50 * 12 + 4);
    CountedReads second = CountedReads.of(DATA);
    Dataset cached = second.dataset().rescale(3).cache(file);
    for (int epoch = 0; epoch < 2; epoch++) {
      requireSame(cached, DATA.rescale(3));
    }
    requireSame(second.dataset().cache(file).cache(), DATA);
    assertThat(second.reads()).containsOnly(0);
    assertThat(file).hasBinaryContent(made);
    try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void severalInputsShareAFile() {
    Dataset other = Dataset.vectors(new float[SAMPLES][5]).rescale(1, 7);
    Dataset inMemory = Dataset.samples(Shape.of(1), new byte[SAMPLES]);
    Dataset all =
        Dataset.zip(CountedReads.of(DATA).dataset(), inMemory, CountedReads.of(other).dataset())
            .skip(3);
    Dataset expected = Dataset.zip(DATA, inMemory, other).skip(3);
    for (int run = 0; run < 2; run++) {
      Dataset cached = all.cache(folder.resolve("cache"));
      for (int input = 0; input < 3; input++) {
        requireSame(cached.inputs().get(input), expected.inputs().get(input));
      }
    }
  }

  @Test
  void anInterruptDoesNotCloseTheFile() {
    Dataset cached = CountedReads.of(DATA).dataset().cache(folder.resolve("cache"));
    Thread.currentThread().interrupt();
    try {
      requireSame(cached, DATA);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    requireSame(cached, DATA);
  }

  @Test
  void anEmptyDataSetIsCached() {
    Dataset none = CountedReads.of(DATA.take(0)).dataset();
    assertThat(none.cache().size()).isZero();
    assertThat(none.cache(folder.resolve("cache")).size()).isZero();
    assertThat(none.cache(folder.resolve("cache")).size()).isZero();
  }

  @Test
  void aCacheOfOtherDataIsRejectedAndLeftUnchanged() throws IOException {
    Path file = folder.resolve("cache");
    Dataset data = CountedReads.of(DATA).dataset();
    data.cache(file);
    byte[] made = Files.readAllBytes(file);
    String message =
        "Cache "
            + file
            + ": expected the samples of this data set, got those of another data set, or of files"
            + " that have changed since."
            + " Delete it so that it is written again, or choose another path.";
    refused(() -> data.take(49).cache(file), message);
    refused(() -> data.skip(1).cache(file), message);
    refused(() -> Dataset.zip(data, data).cache(file), message);
    assertThat(file).hasBinaryContent(made);
    Files.writeString(file, "my diary");
    refused(
        () -> data.cache(file),
        "Cache "
            + file
            + ": expected a file of cached samples, got a file with other content. "
            + "Choose another path, or delete it.");
    assertThat(file).hasContent("my diary");
    refused(
        () -> data.cache(folder),
        "Cache " + folder + ": expected a file, got a folder. Name a file in it.");
  }

  @Test
  void anUnwritableCacheIsNamed() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    Path file = inTheWay.resolve("cache");
    assertThatThrownBy(() -> CountedReads.of(DATA).dataset().cache(file))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cache " + file + ": expected a writable file, got ")
        .hasMessageEndingWith(". Choose another path.");
  }

  @Test
  void cachedImagesDoNotNeedTheirFiles() throws IOException {
    ImageFolder images = ImageFolder.of(images(5)).imageSize(4, 3);
    Dataset plain = images.dataset();
    float[][] expected = new float[5][];
    for (int i = 0; i < 5; i++) {
      expected[i] = plain.input().values(i);
    }
    Dataset inMemory = plain.cache();
    Dataset onDisk = plain.cache(folder.resolve("cache"));
    requireSame(inMemory, plain);
    assertThat(onDisk.label().classNames()).containsExactly("cats");
    for (int i = 0; i < 5; i++) {
      Files.delete(folder.resolve("images/cats/" + i + ".png"));
      assertThat(inMemory.input().values(i)).isEqualTo(expected[i]);
      assertThat(onDisk.input().values(i)).isEqualTo(expected[i]);
    }
  }

  @Test
  void imagesThatAreNotResizedHaveIntegerValues() throws IOException {
    Path file = folder.resolve("cache");
    ImageFolder.of(images(5)).imageSize(9, 5).dataset().cache(file);
    assertThat(file).hasSize(SampleFile.HEAD + 5 * (9 * 5 * 3 + 12) + 4);
  }

  @Test
  void aChangedFolderIsDetected() throws IOException {
    Path images = images(3);
    Path file = folder.resolve("cache");
    ImageFolder asBefore = ImageFolder.of(images).imageSize(4, 3);
    asBefore.dataset().cache(file);
    asBefore.dataset().cache(file);
    Path moved = folder.resolve("moved");
    Files.move(images, moved);
    ImageFolder.of(moved).imageSize(4, 3).dataset().cache(file);
    Files.move(moved, images);
    requireOther(file, asBefore.interpolation(ImageInterpolation.NEAREST));
    requireOther(file, asBefore.imageSize(3, 4));
    requireOther(file, asBefore.cropToAspectRatio(true));
    requireOther(file, asBefore.seed(3));
    Path last = images.resolve("cats/2.png");
    FileTime time = Files.getLastModifiedTime(last);
    Files.setLastModifiedTime(last, FileTime.fromMillis(time.toMillis() + 1000));
    requireOther(file, asBefore);
    Files.setLastModifiedTime(last, time);
    asBefore.dataset().cache(file);
    Files.move(last, last.resolveSibling("3.png"));
    requireOther(file, asBefore);
  }

  private static void requireOther(Path file, ImageFolder images) {
    Dataset data = images.dataset();
    assertThatThrownBy(() -> data.cache(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected the samples of this data set");
  }

  @Test
  void theFirstCorruptImageIsNamedAndNoFileIsLeft() throws IOException {
    Path images = images(40);
    for (int i = 12; i < 40; i++) {
      Files.writeString(images.resolve("cats/" + i + ".png"), "no image");
    }
    Dataset data = ImageFolder.of(images).dataset();
    Path file = folder.resolve("caches/cache");
    assertThatThrownBy(() -> data.cache(file))
        .isInstanceOf(DataException.class)
        // In the order of their names.
        .hasMessageStartingWith("Image " + images.resolve("cats/12.png") + ": ");
    try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
      assertThat(files).isEmpty();
    }
  }

  /** A corrupt file never yields wrong values. */
  @Test
  void anyCorruptionIsDetected() throws IOException {
    Path file = folder.resolve("cache");
    Dataset data = CountedReads.of(DATA).dataset();
    data.cache(file);
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(7);
    int cases = Integer.getInteger("rhyton.cache.fuzz", 500);
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      byte[] damaged =
          i % 2 == 0 ? bytes.clone() : Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
      for (int change = random.nextInt(4); change > 0 && damaged.length > 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        requireSame(data.cache(file), DATA);
        assertThat(damaged).isEqualTo(bytes);
      } catch (DataException e) {
        assertThat(e).hasMessageStartingWith("Cache " + file);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(cases / 2);
  }

  @Test
  void corruptionIsReportedWithItsSample() throws IOException {
    Path file = folder.resolve("cache");
    Dataset data = CountedReads.of(DATA).dataset();
    Dataset cached = data.cache(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[SampleFile.HEAD + 3 * 6 + 24] ^= 4;
    // In place, like disk corruption, and not as a new file.
    Files.write(file, bytes);
    assertThat(cached.input().values(2)).isEqualTo(DATA.input().values(2));
    refused(
        () -> cached.input().values(3),
        "Cache "
            + file
            + ", sample 3: expected data that matches its checksum, got corrupt data. "
            + "Delete it so that it is written again.");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    refused(
        () -> data.cache(file),
        "Cache "
            + file
            + ": expected data that matches its checksum, got corrupt data. "
            + "Delete it so that it is written again.");
    Files.write(file, Arrays.copyOf(bytes, 60));
    assertThatThrownBy(() -> cached.input().values(40))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("Cache " + file + ": expected a readable file, got ");
  }

  private Path images(int count) throws IOException {
    Path root = folder.resolve("images");
    for (int i = 0; i < count; i++) {
      Path file = root.resolve("cats/" + i + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, ImageHeaderTest.image("png", 9, 5));
    }
    return root;
  }

  private static void requireSame(Dataset found, Dataset expected) {
    requireSame(found.input(), expected.input());
  }

  private static void requireSame(Column found, Column expected) {
    assertThat(found.size()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.values(i)).isEqualTo(expected.values(i));
    }
  }
}
