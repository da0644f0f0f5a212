package io.rhyton.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class SyntheticShapesTest {

  @Test
  void classesAlternate() {
    Dataset shapes = SyntheticShapes.dataset(25, 1);

    assertThat(SyntheticShapes.CLASSES)
        .containsExactly(
            "circle",
            "square",
            "triangle",
            "diamond",
            "star",
            "cross",
            "ring",
            "crescent",
            "heart",
            "hexagon");
    assertThat(shapes.size()).isEqualTo(25);
    assertThat(shapes.input().shape()).isEqualTo(Shape.of(32, 32, 3));
    for (int i = 0; i < 25; i++) {
      assertThat(shapes.label().classIndex(i)).isEqualTo(i % 10);
    }
  }

  @Test
  void imagesAreIdenticalOnEveryMachine() {
    assertThat(checksum(SyntheticShapes.dataset(200, 7))).isEqualTo(496686134L);
  }

  @Test
  void masksMatchTheImages() {
    Dataset masked = SyntheticShapes.withMasks(20, 7);

    assertThat(checksum(masked)).isEqualTo(checksum(SyntheticShapes.dataset(20, 7)));
    assertThat(masked.label().shape()).isEqualTo(Shape.of(32, 32));
    for (int i = 0; i < 20; i++) {
      int[] mask = mask(masked, i);
      int mark = 1 + i % 10;
      assertThat(mask).containsOnly(0, mark);
      // A figure is on a darker background, and covers at least an eighth of its smallest circle.
      assertThat(brightness(masked.input().values(i), mask, mark))
          .isGreaterThan(brightness(masked.input().values(i), mask, 0));
      assertThat(Arrays.stream(mask).filter(value -> value == mark).count()).isBetween(28L, 650L);
    }
  }

  private static int[] mask(Dataset masked, int index) {
    long[] mask = new long[32 * 32];
    masked.label().copyClassIndices(index, mask, 0);
    return Arrays.stream(mask).mapToInt(Math::toIntExact).toArray();
  }

  private static double brightness(float[] image, int[] mask, int mark) {
    return IntStream.range(0, image.length)
        .filter(i -> mask[i / 3] == mark)
        .mapToDouble(i -> image[i])
        .average()
        .orElseThrow();
  }

  @Test
  void aSampleDoesNotDependOnTheNumberOfSamples() {
    assertThat(checksum(SyntheticShapes.dataset(50, 3).take(20)))
        .isEqualTo(checksum(SyntheticShapes.dataset(20, 3)));
  }

  @Test
  void allSamplesAreDistinct() {
    long different =
        Stream.of(1L, 2L, -1L)
            .map(seed -> SyntheticShapes.dataset(300, seed))
            .flatMap(
                shapes -> IntStream.range(0, 300).mapToObj(i -> checksum(shapes.skip(i).take(1))))
            .distinct()
            .count();

    assertThat(different).isEqualTo(900);
  }

  @Test
  void everyFigureLiesInsideTheUnitCircle() {
    for (Figure figure : Figure.values()) {
      int inside = 0;
      for (int i = -150; i <= 150; i++) {
        for (int j = -150; j <= 150; j++) {
          if (figure.contains(i / 100.0, j / 100.0)) {
            inside++;
            assertThat(i * i + j * j).as(figure.name()).isLessThanOrEqualTo(10_000);
          }
        }
      }
      // Large enough to be visible: at least a quarter of the circle.
      assertThat(inside).as(figure.name()).isGreaterThan(7_800);
    }
  }

  @Test
  void aCountOutOfRangeIsRejected() {
    assertThatThrownBy(() -> SyntheticShapes.dataset(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be > 0, got 0");
    assertThatThrownBy(() -> SyntheticShapes.dataset(699_051, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be <= 699050, got 699051");
  }

  private static long checksum(Dataset images) {
    CRC32 checksum = new CRC32();
    for (int i = 0; i < images.size(); i++) {
      for (float value : images.input().values(i)) {
        checksum.update((int) value);
      }
    }
    return checksum.getValue();
  }
}
