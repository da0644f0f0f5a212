package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** The reader reads what the writer wrote. */
class Hdf5RoundTripTest {
  private static final Path SHOWN = Path.of("model.keras");

  @TempDir private static Path temporary;

  private static Hdf5File file = open(ExampleTree.bytes(Hdf5Group.root()));

  @SuppressWarnings("MustBeClosedChecker") // Closed by the caller, or only in memory.
  static Hdf5File open(byte[] bytes) {
    return Hdf5File.open("Keras file", SHOWN, ByteBuffer.wrap(bytes));
  }

  @BeforeAll
  @SuppressWarnings("MustBeClosedChecker") // After all tests.
  static void writeTheExample() throws IOException {
    Path path = temporary.resolve("example.h5");
    ExampleTree.write(path);
    file = Hdf5File.open("Keras file", SHOWN, path);
  }

  @AfterAll
  static void closeTheExample() {
    file.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void arraysOfEveryRankSurviveARoundTrip(int rank) {
    String path = "ranks/" + rank;
    Shape shape = rank == 0 ? Shape.scalar() : Shape.of(1, 2, 3, 4, 5).take(rank);

    assertThat(file.isDataset(path)).isTrue();
    assertThat(file.isGroup(path)).isFalse();
    assertThat(file.shape(path)).isEqualTo(shape);
    assertThat(file.floats(path)).isEqualTo(ExampleTree.countingValues((int) shape.size()));
  }

  @Test
  void anArrayLargerThanEveryBufferSurvivesARoundTrip() {
    assertThat(file.floats("large")).isEqualTo(ExampleTree.countingValues(700_001));
  }

  @Test
  void anEmptyArrayKeepsItsShape() {
    assertThat(file.shape("empty")).isEqualTo(Shape.of(0, 3));
    assertThat(file.floats("empty")).isEmpty();
  }

  @Test
  void everyBitOfAFloatSurvivesARoundTrip() {
    float[] values = file.floats("extremes");

    assertThat(values).hasSameSizeAs(ExampleTree.EXTREMES);
    for (int index = 0; index < values.length; index++) {
      assertThat(Float.floatToRawIntBits(values[index]))
          .isEqualTo(Float.floatToRawIntBits(ExampleTree.EXTREMES[index]));
    }
  }

  @Test
  void scalarsSurviveARoundTrip() {
    assertThat(file.integer("scalars/int64")).isEqualTo(Long.MIN_VALUE + 7);
    assertThat(file.shape("scalars/int64")).isEqualTo(Shape.scalar());
    assertThat(file.floats("scalars/float32")).containsExactly(5e-4f);
  }

  @Test
  void stringsSurviveARoundTrip() {
    assertThat(file.string("", "text")).contains("größe ✓");
    assertThat(file.string("/", "nothing")).contains("");
    assertThat(file.string("vars", "name")).contains("model");
    assertThat(file.string("", "long")).contains(ExampleTree.LONG_TEXT);
  }

  @Test
  void listsOfStringsSurviveARoundTrip() {
    assertThat(file.strings("", "names")).contains(ExampleTree.NAMES);
    assertThat(file.strings("", "many")).contains(ExampleTree.MANY_NAMES);
    assertThat(file.strings("", "none").orElseThrow()).isEmpty();
  }

  @Test
  void aMissingAttributeIsEmpty() {
    assertThat(file.string("vars", "other")).isEmpty();
    assertThat(file.strings("vars", "other")).isEmpty();
  }

  @Test
  void numbersAreSortedByValueBeforeNames() {
    assertThat(file.children("links"))
        .containsExactly(
            IntStream.range(0, ExampleTree.LINKS).mapToObj(String::valueOf).toArray(String[]::new));
    assertThat(file.children(""))
        .containsExactly(
            "empty", "extremes", "größe 层", "large", "links", "ranks", "scalars", "vars");
    assertThat(file.children("vars")).isEmpty();
  }

  @Test
  void everyLinkOfALargeGroupLeadsToItsDataset() {
    for (int index = 0; index < ExampleTree.LINKS; index += 97) {
      assertThat(file.floats("links/" + index)).containsExactly(index);
    }
  }

  @Test
  void missingPathsAreRejected() {
    assertThat(file.isGroup("none")).isFalse();
    assertThat(file.isDataset("none/at/all")).isFalse();
    assertThat(file.isDataset("empty/below")).isFalse();
    assertThat(file.isDataset("vars")).isFalse();
  }

  @Test
  void slashesAroundAPathDoNotMatter() {
    assertThat(file.isGroup("/vars/")).isTrue();
    assertThat(file.isGroup("")).isTrue();
    assertThat(file.isDataset("//ranks//3")).isTrue();
  }

  @Test
  void nestedGroupsSurviveARoundTrip() {
    StringBuilder path = new StringBuilder("größe 层");
    for (int depth = 0; depth < ExampleTree.DEPTH; depth++) {
      path.append("/g").append(depth);
      assertThat(file.isGroup(path.toString())).isTrue();
    }
    assertThat(file.children(path.toString())).isEmpty();
  }

  @Test
  void aFileWithinAnotherIsRead() throws IOException {
    byte[] inner = ExampleTree.bytes(ExampleTree.root());
    byte[] outer = new byte[inner.length + 30];
    System.arraycopy(inner, 0, outer, 10, inner.length);
    Path around = Files.write(temporary.resolve("around"), outer);

    try (Hdf5File part = Hdf5File.open("Keras file", SHOWN, around, 10, inner.length);
        Hdf5File mapped =
            Hdf5File.open("Keras file", SHOWN, ByteBuffer.wrap(outer, 10, inner.length))) {
      assertThat(part.floats("ranks/3")).isEqualTo(ExampleTree.countingValues(6));
      assertThat(mapped.floats("ranks/3")).isEqualTo(ExampleTree.countingValues(6));
    }
  }

  @Test
  void aDatasetCanBeAtTwoPaths() {
    Hdf5Dataset shared = ExampleTree.counting(Shape.of(1000));
    Hdf5Group root = Hdf5Group.root().dataset("a", shared).dataset("b", shared);
    byte[] bytes = ExampleTree.bytes(root);

    assertThat(bytes).hasSizeLessThan(5000);
    try (Hdf5File both = open(bytes)) {
      assertThat(both.floats("b")).isEqualTo(both.floats("a")).hasSize(1000);
    }
  }
}
