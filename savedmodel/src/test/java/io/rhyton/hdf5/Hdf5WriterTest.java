package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;

class Hdf5WriterTest {
  /** Accepts a few bytes at a time. */
  private static class SlowChannel implements WritableByteChannel {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public int write(ByteBuffer source) {
      int count = Math.min(source.remaining(), 100_003);
      for (int i = 0; i < count; i++) {
        taken.write(source.get());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      throw new AssertionError("the channel is the caller's");
    }
  }

  /** The test vectors in lookup3.c. */
  @ParameterizedTest
  @CsvSource({"'', deadbeef", "Four score and seven years ago, 17770551"})
  void theChecksumIsLookup3(String text, String expected) {
    int checksum = Checksum.of(text.getBytes(StandardCharsets.UTF_8));

    assertThat(Integer.toHexString(checksum)).isEqualTo(expected);
  }

  @Test
  void equalTreesGiveEqualBytes() {
    Hdf5Group forth = Hdf5Group.root().attribute("a", "1").attribute("b", "2");
    forth.group("first").dataset("x", Hdf5Dataset.int64(1));
    forth.group("second");
    Hdf5Group back = Hdf5Group.root().attribute("b", "2").attribute("a", "1");
    back.group("second");
    back.group("first").dataset("x", Hdf5Dataset.int64(1));

    assertThat(ExampleTree.bytes(forth)).isEqualTo(ExampleTree.bytes(back));
  }

  @Test
  void theSizeIsKnownBeforeWriting() {
    assertThat(Hdf5Writer.size(ExampleTree.root()))
        .isEqualTo(ExampleTree.bytes(ExampleTree.root()).length);
    assertThat(Hdf5Writer.size(Hdf5Group.root()))
        .isEqualTo(ExampleTree.bytes(Hdf5Group.root()).length);
  }

  @Test
  void theSizeOfAFileOfManyGigabytes() {
    Hdf5Group root = Hdf5Group.root();
    for (int index = 0; index < 5; index++) {
      root.dataset(
          "d" + index,
          Hdf5Dataset.floats(
              Shape.of(Integer.MAX_VALUE),
              () -> {
                throw new AssertionError("values were requested");
              }));
    }

    assertThat(Hdf5Writer.size(root)).isBetween(5L * 8_589_934_588L, 5L * 8_589_934_588L + 2_000);
  }

  @Test
  void aChannelThatAcceptsFewBytesAtATime() throws IOException {
    SlowChannel channel = new SlowChannel();

    Hdf5Writer.write(ExampleTree.root(), channel);

    assertThat(channel.taken.toByteArray()).isEqualTo(ExampleTree.bytes(ExampleTree.root()));
  }

  @Test
  void valuesAreRequestedOneDatasetAtATime() throws IOException {
    List<String> calls = new ArrayList<>();
    Hdf5Group root = Hdf5Group.root();
    for (String name : List.of("a", "b")) {
      root.dataset(
          name,
          Hdf5Dataset.floats(
              Shape.of(300_000),
              () -> {
                calls.add(name);
                return FloatBuffer.allocate(300_000);
              }));
    }
    SlowChannel channel =
        new SlowChannel() {
          @Override
          public int write(ByteBuffer source) {
            calls.add("write");
            return super.write(source);
          }
        };

    Hdf5Writer.write(root, channel);

    assertThat(calls).startsWith("a", "write").containsSubsequence("a", "write", "b", "write");
    assertThat(Collections.frequency(calls, "a")).isEqualTo(1);
  }

  @Test
  void aWrongNumberOfValuesIsRejectedBeforeWriting() {
    Hdf5Group root = Hdf5Group.root();
    root.dataset(
        "wrong", Hdf5Dataset.floats(Shape.of(2, 300_000), () -> FloatBuffer.allocate(600_001)));
    SlowChannel channel = new SlowChannel();

    assertThatThrownBy(() -> Hdf5Writer.write(root, channel))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A dataset of shape [2, 300000]: expected 600000 values, got 600001");
    assertThat(channel.taken.size()).isZero();
  }

  @Test
  void anUnknownSizeIsRejected() {
    assertRejected(
        () -> Hdf5Dataset.floats(Shape.of(-1, 3), () -> FloatBuffer.allocate(0)),
        "shape: expected known dimensions of up to 2147483647 values, got [-1, 3]");
  }

  @Test
  void moreValuesThanAnArrayCanHoldAreRejected() {
    assertRejected(
        () -> Hdf5Dataset.floats(Shape.of(1L << 20, 1L << 20), () -> FloatBuffer.allocate(0)),
        "shape: expected known dimensions of up to 2147483647 values, got [1048576, 1048576]");
  }

  @Test
  void anUnknownOrTooHighRankIsRejected() {
    assertRejected(
        () -> Hdf5Dataset.floats(Shape.unknown(), () -> FloatBuffer.allocate(0)),
        "shape: expected up to 32 dimensions, got " + Shape.unknown());
    assertRejected(
        () -> Hdf5Dataset.floats(Shape.of(new long[33]), () -> FloatBuffer.allocate(0)),
        "shape: expected up to 32 dimensions, got " + Shape.of(new long[33]));
  }

  @Test
  void invalidNamesAreRejected() {
    Hdf5Group root = Hdf5Group.root();

    assertRejected(() -> root.group("a/b"), "name: expected a name, got the path 'a/b'");
    assertRejected(() -> root.group("."), "name: expected a name, got the path '.'");
    assertRejected(() -> root.group(""), "name: expected 1 to 32000 bytes, got 0");
    assertRejected(
        () -> root.group("x".repeat(32_001)), "name: expected 1 to 32000 bytes, got 32001");
    assertRejected(() -> root.group("a\0"), "name: expected text without NUL, got text with NUL");
    assertRejected(
        () -> root.attribute("\ud800", ""),
        "name: expected Unicode text, got half of a surrogate pair");
  }

  @Test
  void aTakenNameIsRejected() {
    Hdf5Group root = Hdf5Group.root().dataset("x", Hdf5Dataset.int64(1)).attribute("a", "");

    assertRejected(
        () -> root.dataset("x", Hdf5Dataset.int64(1)),
        "name: expected one that is not taken, got 'x' again");
    assertRejected(() -> root.group("x"), "name: expected the name of a group, got 'x'");
    assertRejected(
        () -> root.attribute("a", List.of()),
        "name: expected one that is not taken, got 'a' again");
  }

  @Test
  void aTextWithNulIsRejected() {
    assertRejected(
        () -> Hdf5Group.root().attribute("a", "b\0c"),
        "value: expected text without NUL, got text with NUL");
  }

  @Test
  void moreStringsThanAnAttributeCanHoldAreRejected() {
    Hdf5Group.root().attribute("names", Collections.nCopies(4_093, "x"));

    assertRejected(
        () -> Hdf5Group.root().attribute("names", Collections.nCopies(4_094, "x")),
        "values: expected at most 4093 in one attribute, got 4094; Keras splits such a list into"
            + " 'names0', 'names1' and so on");
  }

  private static void assertRejected(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
