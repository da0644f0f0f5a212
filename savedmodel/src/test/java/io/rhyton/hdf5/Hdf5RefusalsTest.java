package io.rhyton.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** Files that are damaged or hostile, or contain structures that Keras never writes. */
@Timeout(20)
class Hdf5RefusalsTest {
  private static final Path SHOWN = Path.of("model.keras");

  @TempDir private Path temporary;

  private static void assertRejected(byte[] bytes, Consumer<Hdf5File> reading, String problem) {
    assertThatThrownBy(
            () -> {
              try (Hdf5File file = Hdf5File.open("Keras file", SHOWN, ByteBuffer.wrap(bytes))) {
                reading.accept(file);
              }
            })
        .isInstanceOfSatisfying(
            ArtifactException.class, error -> assertThat(error.path()).isEqualTo(SHOWN))
        .hasMessage(
            "Keras file '%s': expected %s. Save it again, or get an intact copy.", SHOWN, problem);
  }

  private static void assertUnreadable(
      byte[] bytes, Consumer<Hdf5File> reading, String path, String reason) {
    assertRejected(
        bytes,
        reading,
        "a valid HDF5 file, got one that cannot be read at '" + path + "' (" + reason + ")");
  }

  private static void doNothing(Hdf5File file) {
    assertThat(file.isGroup("")).isTrue();
  }

  private static byte[] tree() {
    Hdf5Group root = Hdf5Group.root().attribute("name", "model");
    root.group("vars").dataset("0", ExampleTree.counting(Shape.of(2, 3)));
    return ExampleTree.bytes(root);
  }

  // Files that are not HDF5

  @Test
  void aMissingFileIsRejected() {
    Path none = temporary.resolve("none");

    assertThatThrownBy(
            () -> {
              try (Hdf5File file = Hdf5File.open("Keras file", SHOWN, none)) {
                doNothing(file);
              }
            })
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras file '%s': expected a file that can be read, got %s. Check the path and the"
                + " disk.",
            SHOWN, none);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 1000})
  void randomBytesAreRejected(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(3).nextBytes(bytes);
    Path file = Files.write(temporary.resolve("random"), bytes);

    assertUnreadable(bytes, Hdf5RefusalsTest::doNothing, "/", "no HDF5 signature at the start");
    assertThatThrownBy(
            () -> {
              try (Hdf5File read = Hdf5File.open("Keras file", SHOWN, file)) {
                doNothing(read);
              }
            })
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("no HDF5 signature at the start");
    Files.delete(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keras-3.15.1.weights.h5", "h5py-3.16-strings.h5"})
  void aTruncatedFileIsRejected(String name) {
    byte[] whole = GoldenHdf5File.bytes(name);
    for (int length : new int[] {100, 1000, whole.length / 2, whole.length - 1}) {
      assertUnreadable(
          Arrays.copyOf(whole, length),
          Hdf5RefusalsTest::doNothing,
          "/",
          length + " of " + whole.length + " bytes, truncated");
    }
  }

  @Test
  void aFileThatEndsInItsSignatureIsRejected() {
    assertUnreadable(
        Arrays.copyOf(tree(), 20), Hdf5RefusalsTest::doNothing, "/", "BufferUnderflowException");
  }

  // Structures that Keras never writes

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "compound        | values that are not numbers",
        "text            | values that are not numbers",
        "ragged          | values that are not numbers",
        "lzf             | values compressed by filter 32000, which is neither gzip nor shuffle",
        "partly          | 2 chunks instead of 5",
        "unwritten       | a dataset that was never written",
        "external_values | values in other files"
      })
  void missingAndNonNumericValuesAreRejected(String dataset, String reason) {
    for (String name : new String[] {"h5py-3.14-odd.h5", "h5py-3.16-odd.h5"}) {
      assertUnreadable(
          GoldenHdf5File.bytes(name), file -> file.floats(dataset), "/" + dataset, reason);
    }
  }

  @Test
  void chunksOfNewerVersionsAndVirtualValuesAreRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.16-newest.h5");

    assertUnreadable(
        bytes,
        file -> file.floats("chunked"),
        "/chunked",
        "values in a layout of HDF5 1.10 or newer");
    assertUnreadable(
        bytes, file -> file.floats("virtual"), "/virtual", "Virtual storage is not supported");
  }

  @Test
  void opaqueValuesOfUnknownTypeAreRejected() {
    assertUnreadable(
        GoldenHdf5File.bytes("h5py-3.14-numbers.h5"),
        file -> file.floats("opaque"),
        "/opaque",
        "values that are not numbers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-odd.h5", "h5py-3.16-odd.h5"})
  void softAndExternalLinksAreRejected(String name) {
    for (String link : new String[] {"soft", "external"}) {
      assertRejected(
          GoldenHdf5File.bytes(name),
          file -> file.isDataset(link),
          "groups and datasets of its own, got a soft or external link at '/" + link + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h5py-3.14-odd.h5", "h5py-3.16-odd.h5"})
  void groupsAtTwoPathsAreRejected(String name) {
    assertRejected(
        GoldenHdf5File.bytes(name),
        file -> file.children("loop/itself"),
        "each group at one path, got one at both '/loop' and '/loop/itself'");
    assertRejected(
        GoldenHdf5File.bytes(name),
        file -> {
          assertThat(file.children("first/group")).containsExactly("values");
          file.children("second/group");
        },
        "each group at one path, got one at both '/first/group' and '/second/group'");
  }

  @Test
  void pathsDeeperThanAnyModelAreRejected() {
    assertRejected(
        GoldenHdf5File.bytes("h5py-3.14-odd.h5"),
        file -> file.isGroup("x/".repeat(33)),
        "at most 32 nested groups, got more");
  }

  // Requests that do not match the content

  @Test
  void missingPathsAreRejected() {
    assertRejected(tree(), file -> file.floats("none"), "a dataset at '/none', got none");
    assertRejected(tree(), file -> file.shape("vars"), "a dataset at '/vars', got none");
    assertRejected(tree(), file -> file.children("vars/0"), "a group at '/vars/0', got none");
    assertRejected(
        tree(), file -> file.string("none", "name"), "a group or dataset at '/none', got none");
  }

  @Test
  void attributesThatAreNotStringsAreRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.14-strings.h5");

    assertUnreadable(
        bytes,
        file -> file.string("group", "number"),
        "/group' with attribute 'number",
        "numbers or other data instead of strings");
    assertRejected(
        bytes,
        file -> file.string("group", "fixed_list"),
        "one string in attribute 'fixed_list' of '/group', got 3 of them");
  }

  @Test
  void valuesThatAreNotSingleIntegersAreRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.14-numbers.h5");

    assertUnreadable(
        bytes,
        file -> file.integer("scalar/float32"),
        "/scalar/float32",
        "values that are not integers");
    assertUnreadable(bytes, file -> file.integer("little/i4"), "/little/i4", "12 integers");
    assertUnreadable(
        bytes,
        file -> file.integer("scalar/uint64"),
        "/scalar/uint64",
        "the integer 18446744073709551615");
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Closing it is the point.
  void aClosedFileIsRejected() {
    Hdf5File file = Hdf5File.open("Keras file", SHOWN, ByteBuffer.wrap(tree()));
    file.close();
    file.close();

    assertThatThrownBy(() -> file.children(""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Keras file '%s' is closed", SHOWN);
  }

  // Wrong sizes

  /** Changes the dimensions of the only dataset, [2, 3]. */
  private static byte[] withSizes(long rows, long columns) {
    byte[] bytes = tree();
    int at = RawHdf5File.find(bytes, new LittleEndianBytes().u8(2, 2, 0, 1).u64(2).u64(3));
    RawHdf5File.put(bytes, at + 4, new LittleEndianBytes().u64(rows).u64(columns));
    RawHdf5File.repairChecksums(bytes);
    return bytes;
  }

  @Test
  void moreValuesThanAnArrayCanHoldAreRejected() {
    assertUnreadable(
        withSizes(1_000_000_000, 1_000_000),
        file -> file.floats("vars/0"),
        "/vars/0",
        "1000000000000000 values, more than an array can hold");
    assertUnreadable(
        withSizes(1L << 40, 1L << 40), file -> file.floats("vars/0"), "/vars/0", "long overflow");
  }

  @Test
  void moreValuesThanTheFileContainsAreRejected() {
    byte[] bytes = withSizes(20_000, 100_000);

    assertThatThrownBy(
            () -> {
              try (Hdf5File file = Hdf5File.open("Keras file", SHOWN, ByteBuffer.wrap(bytes))) {
                file.floats("vars/0");
              }
            })
        .isInstanceOf(ArtifactException.class)
        .hasMessageMatching(
            ".*cannot be read at '/vars/0' \\(8000000000 bytes of values at address \\d+ of a file"
                + " of "
                + bytes.length
                + "\\).*");
  }

  @Test
  void valuesThatDecompressToFarMoreThanTheFileAreRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.14-odd.h5");

    assertUnreadable(
        bytes,
        file -> file.floats("bomb"),
        "/bomb",
        "134217728 bytes of values from a file of "
            + bytes.length
            + " bytes, more than the system property io.rhyton.maxCompressionRatio allows");
  }

  @Test
  void aModifiedHeaderIsRejected() {
    byte[] bytes = tree();
    bytes[RawHdf5File.find(bytes, new LittleEndianBytes().ascii("OHDR")) + 12] ^= 1;

    assertUnreadable(
        bytes, file -> file.floats("vars/0"), "/vars/0", "a header with a wrong checksum");
  }

  @Test
  void stringsThatExceedTheFileAreRejected() {
    byte[] bytes = tree();
    int at = RawHdf5File.find(bytes, new LittleEndianBytes().u32(5).u64(RawHdf5File.ROOT).u32(1));
    RawHdf5File.put(bytes, at, new LittleEndianBytes().u32(-2));
    RawHdf5File.repairChecksums(bytes);

    assertUnreadable(
        bytes,
        file -> file.string("", "name"),
        "/' with attribute 'name",
        "strings that exceed the file size");
  }

  // Cyclic structures

  @Test
  void aHeaderThatContinuesInItselfIsRejected() {
    LittleEndianBytes header =
        RawHdf5File.header(
            RawHdf5File.linkInfo(-1, -1),
            RawHdf5File.message(0x10, new LittleEndianBytes().u64(104).u64(28)));
    assertThat(header.size()).isLessThanOrEqualTo(56);
    LittleEndianBytes rest = new LittleEndianBytes().zeros(56 - header.size());
    rest.bytes(
        new LittleEndianBytes()
            .ascii("OCHK")
            .bytes(RawHdf5File.message(0x10, new LittleEndianBytes().u64(104).u64(28)))
            .checksum());

    assertUnreadable(
        RawHdf5File.of(header, rest), Hdf5RefusalsTest::doNothing, "/", "an endless structure");
  }

  @Test
  void aTreeOfLinksThatContainsItselfIsRejected() {
    byte[] bytes = GoldenHdf5File.bytes("keras-3.15.1.weights.h5");
    for (int tree : RawHdf5File.findAll(bytes, new LittleEndianBytes().ascii("TREE").u8(0))) {
      // Of level 1, with one child: itself.
      RawHdf5File.put(bytes, tree + 5, new LittleEndianBytes().u8(1).u16(1));
      RawHdf5File.put(bytes, tree + 32, new LittleEndianBytes().u64(tree));
    }

    assertUnreadable(bytes, Hdf5RefusalsTest::doNothing, "/", "an endless structure");
  }

  @Test
  void aNewerTreeOfLinksThatContainsItselfIsRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.16-many.h5");
    for (int header : RawHdf5File.findAll(bytes, new LittleEndianBytes().ascii("BTHD").u8(0, 5))) {
      int root = (bytes[header + 16] & 0xff) | (bytes[header + 17] & 0xff) << 8;
      root |= (bytes[header + 18] & 0xff) << 16;
      int records = bytes[header + 24] & 0xff;
      // The first child follows the records.
      RawHdf5File.put(
          bytes, root + 6 + 11 * records, new LittleEndianBytes().u64(root).u8(records));
    }

    assertUnreadable(bytes, file -> file.children("links"), "/links", "an endless structure");
  }

  @ParameterizedTest
  @CsvSource({
    "6, 2000000000, an index with the size of nodes 2000000000",
    "10, 0, an index with the size of records 0",
    "12, 60000, an index with the depth 60000",
    "26, 1000000000, an index with the number of records 1000000000"
  })
  void wrongNumbersInATreeAreRejected(int offset, int value, String reason) {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.16-many.h5");
    LittleEndianBytes number = new LittleEndianBytes();
    if (offset == 10 || offset == 12) {
      number.u16(value);
    } else {
      number.u32(value);
    }
    for (int header : RawHdf5File.findAll(bytes, new LittleEndianBytes().ascii("BTHD").u8(0, 5))) {
      RawHdf5File.put(bytes, header + offset, number);
    }
    RawHdf5File.repairChecksums(bytes);

    assertUnreadable(bytes, file -> file.children("links"), "/links", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, no heap where one is expected",
    "7, 8, a compressed heap",
    "110, 0, a heap with blocks of impossible sizes",
    "112, 3, a heap with blocks of impossible sizes",
    "128, 64, a heap with blocks of impossible sizes"
  })
  void wrongNumbersInAHeapAreRejected(int offset, int value, String reason) {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.16-many.h5");
    for (int heap : RawHdf5File.findAll(bytes, new LittleEndianBytes().ascii("FRHP"))) {
      RawHdf5File.put(bytes, heap + offset, new LittleEndianBytes().u16(value));
    }

    assertUnreadable(bytes, file -> file.children("links"), "/links", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "64000, a type that takes 64000 bytes to describe",
    "3200, values that are not numbers"
  })
  void nestedTypesAreRejected(int bytes, String reason) {
    LittleEndianBytes type = new LittleEndianBytes();
    while (type.size() < bytes - 16) {
      type.u8(0x19, 0, 0, 0).u32(16);
    }
    type.u8(0x10, 0, 0, 0).u32(1).u16(0).u16(8).zeros(bytes - type.size());
    LittleEndianBytes dataset =
        RawHdf5File.header(
            RawHdf5File.message(0x01, new LittleEndianBytes().u8(2, 0, 0, 0)),
            RawHdf5File.message(0x03, type));
    int place = 200;
    LittleEndianBytes root =
        RawHdf5File.header(RawHdf5File.linkInfo(-1, -1), RawHdf5File.link("x", place));
    byte[] file =
        RawHdf5File.of(
            root,
            new LittleEndianBytes().zeros(place - RawHdf5File.ROOT - root.size()).bytes(dataset));

    assertUnreadable(file, read -> read.floats("x"), "/x", reason);
  }

  @Test
  void manyGroupsWithTheSameTwoChildrenAreRejected() {
    byte[] bytes = GoldenHdf5File.bytes("h5py-3.14-odd.h5");

    assertRejected(
        bytes,
        file -> {
          file.isGroup("second/group");
          file.isGroup("first/group");
        },
        "each group at one path, got one at both '/second/group' and '/first/group'");
  }
}
