package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** Files that {@code hdf5_golden.py} wrote with h5py, in the oldest format and a newer one. */
class GoldenFilesTest {
  private static Stream<Arguments> numberTypes() {
    return Stream.of("h5py-3.14", "h5py-3.16")
        .flatMap(
            writer ->
                Stream.of("little", "big")
                    .flatMap(
                        order ->
                            Stream.of(
                                    "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4",
                                    "u8")
                                .map(type -> Arguments.of(writer, order, type))));
  }

  @ParameterizedTest
  @MethodSource("numberTypes")
  void everyNumberTypeIsConvertedToFloat32(String writer, String order, String type) {
    int start = type.startsWith("u") ? 0 : -3;
    float[] expected = new float[12];
    for (int index = 0; index < expected.length; index++) {
      expected[index] = start + index;
    }
    try (Hdf5File file = GoldenHdf5File.open(writer + "-numbers.h5")) {
      assertThat(file.shape(order + "/" + type)).isEqualTo(Shape.of(3, 4));
      assertThat(file.floats(order + "/" + type)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-numbers.h5", "h5py-3.16-numbers.h5"})
  void numbersOfUnusualTypesAreRead(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.floats("bool")).containsExactly(1, 0, 1);
      assertThat(file.floats("bfloat16"))
          .containsExactly(1f, -2.5f, Float.intBitsToFloat(0x7f61_0000));
      assertThat(file.floats("float16"))
          .containsExactly(
              0f,
              -0f,
              0x1p-24f,
              -0x1.ff8p-15f,
              0x1p-14f,
              0x1.554p-2f,
              65504f,
              Float.POSITIVE_INFINITY,
              Float.NEGATIVE_INFINITY);
      // Rounded once: the second one is just above the midpoint of two floats.
      assertThat(file.floats("uint64")).containsExactly(0x1p64f, Math.nextUp(0x1p63f), 0x1p63f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-numbers.h5", "h5py-3.16-numbers.h5"})
  void integersAreRead(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.integer("scalar/int32")).isEqualTo(-5);
      assertThat(file.integer("scalar/int64")).isEqualTo(1L << 40);
      assertThat(file.integer("one")).isEqualTo(9);
      assertThat(file.floats("scalar/float32")).containsExactly(0.5f);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-numbers.h5", "h5py-3.16-numbers.h5"})
  void emptyDatasetsHaveNoValues(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.floats("empty")).isEmpty();
      assertThat(file.shape("empty")).isEqualTo(Shape.of(0, 3));
      assertThat(file.floats("null")).isEmpty();
      assertThat(file.shape("null")).isEqualTo(Shape.of(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-numbers.h5", "h5py-3.16-numbers.h5"})
  void chunkedAndCompactValuesAreRead(String name) {
    float[] cube = new float[105];
    for (int index = 0; index < cube.length; index++) {
      cube[index] = index;
    }
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      for (String way : List.of("plain", "gzip", "shuffle")) {
        assertThat(file.shape("chunked/" + way)).isEqualTo(Shape.of(7, 5, 3));
        assertThat(file.floats("chunked/" + way)).as(way).isEqualTo(cube);
      }
      assertThat(file.floats("chunked/zeros")).isEqualTo(new float[100_000]);
      float[] many = file.floats("chunked/many");
      assertThat(many).hasSize(3000);
      assertThat(IntStream.range(0, 3000)).allMatch(index -> many[index] == index);
      assertThat(file.floats("compact")).containsExactly(0, 1, 2, 3, 4, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-strings.h5", "h5py-3.16-strings.h5"})
  void stringsOfEveryKindAreRead(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.string("group", "variable")).contains("größe ✓");
      assertThat(file.string("group", "bytes")).contains("größe");
      assertThat(file.string("group", "nothing")).contains("");
      assertThat(file.string("group", "null_padded")).contains("pad");
      assertThat(file.string("group", "space_padded")).contains("pad");
      assertThat(file.strings("group", "variable_list")).contains(List.of("a", "größe", ""));
      assertThat(file.strings("group", "fixed_list")).contains(List.of("conv2d", "dense_1", ""));
      assertThat(file.strings("group", "table")).contains(List.of("a", "b", "c", "d"));
      assertThat(file.string("", "model_config"))
          .contains("{\"name\": \"" + "x".repeat(70_000) + "\"}");
      assertThat(file.string("dataset", "dtype")).contains("float32");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-strings.h5", "h5py-3.16-strings.h5"})
  void anEmptyListOfNamesStoredAsNumbersIsRead(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.strings("group", "no_names").orElseThrow()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-strings.h5", "h5py-3.16-strings.h5"})
  void aListThatKerasSplitIsJoined(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.strings("group", "layer_names").orElseThrow())
          .hasSize(12)
          .startsWith("layer_0_0", "layer_0_1")
          .endsWith("layer_2_3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-many.h5", "h5py-3.16-many.h5"})
  void groupsAndNodesThatExceedAHeaderAreRead(String name) {
    try (Hdf5File file = GoldenHdf5File.open(name)) {
      assertThat(file.children("links"))
          .containsExactly(
              IntStream.range(0, 1500).mapToObj(String::valueOf).toArray(String[]::new));
      for (int index = 0; index < 1500; index++) {
        assertThat(file.floats("links/" + index)).containsExactly(index % 100);
      }
      for (int index = 0; index < 30; index++) {
        assertThat(file.string("attributes", "name_" + index)).contains("value " + index);
      }
      assertThat(file.strings("attributes", "names").orElseThrow()).hasSize(200);
      for (int index = 0; index < 2; index++) {
        assertThat(file.strings("attributes", "large_" + index))
            .contains(List.of("x".repeat(3_000), "y".repeat(2_999), String.valueOf(index)));
      }
    }
  }

  @Test
  void weightsSavedByKerasAreRead() {
    try (Hdf5File file = GoldenHdf5File.open("keras-3.15.1.weights.h5")) {
      assertThat(file.children("")).containsExactly("layers", "optimizer", "vars");
      assertThat(file.children("layers"))
          .containsExactly("batch_normalization", "conv2d", "dense", "flatten");
      assertThat(file.children("layers/flatten/vars")).isEmpty();
      assertThat(file.string("layers/conv2d/vars", "name")).contains("first");
      assertThat(file.shape("layers/conv2d/vars/0")).isEqualTo(Shape.of(3, 3, 3, 2));
      assertThat(file.floats("layers/conv2d/vars/0")).hasSize(54).startsWith(-0.1762754f);
      assertThat(file.integer("optimizer/vars/0")).isEqualTo(1);
      assertThat(file.floats("optimizer/vars/1")).containsExactly(0.001f);
      assertThat(file.children("optimizer/vars")).hasSize(14).endsWith("9", "10", "11", "12", "13");
    }
  }

  @Test
  void aLegacyFileSavedByKerasIsRead() {
    try (Hdf5File file = GoldenHdf5File.open("keras-3.15.1-legacy.h5")) {
      assertThat(file.string("", "keras_version")).contains("3.15.1");
      assertThat(file.string("", "model_config").orElseThrow()).startsWith("{\"");
      assertThat(file.strings("model_weights", "layer_names").orElseThrow())
          .containsExactly("first", "batch_normalization", "flatten", "dense");
      assertThat(file.strings("model_weights/flatten", "weight_names").orElseThrow()).isEmpty();
      List<String> names = file.strings("model_weights/dense", "weight_names").orElseThrow();
      assertThat(names).containsExactly("sequential/dense/kernel", "sequential/dense/bias");
      assertThat(file.shape("model_weights/dense/" + names.get(0))).isEqualTo(Shape.of(72, 3));
    }
  }

  /** As h5py writes 133 groups, such as the layers of an Xception: its last node is not filled. */
  @Test
  void aFileThatEndsInTheTreeOfAGroupIsRead() {
    try (Hdf5File read = GoldenHdf5File.open("h5py-3.14-groups.h5")) {
      assertThat(read.children("")).hasSize(133).startsWith("g000").endsWith("g132");
    }
  }
}
