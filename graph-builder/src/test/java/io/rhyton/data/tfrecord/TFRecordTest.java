package io.rhyton.data.tfrecord;

import static io.rhyton.data.DataErrors.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.Column;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class TFRecordTest {
  /** Written by Python: see {@code tfrecord_cases.py}. */
  private static final String OF_PYTHON = "/golden/examples.tfrecord";

  @TempDir private Path folder;

  private static Example example(int number) {
    return Example.of()
        .withBytes("pixels", new byte[] {(byte) number, 0, (byte) 255, 7})
        .withFloats("place", number + 0.5f, -number)
        .withInts("kind", number % 3)
        .withFloats("size", number * 0.25f);
  }

  private static List<Example> examples(int from, int to) {
    List<Example> examples = new ArrayList<>();
    for (int i = from; i < to; i++) {
      examples.add(example(i));
    }
    return examples;
  }

  private Path write(String name, List<Example> examples) throws IOException {
    Path file = folder.resolve(name);
    TFRecord.write(file, examples);
    return file;
  }

  @Test
  void featuresOfSeveralFilesAreInputsAndLabels() throws IOException {
    Dataset data =
        TFRecord.of(
                write("a", examples(0, 3)), write("none", List.of()), write("b", examples(3, 5)))
            .bytes("pixels", 2, 2, 1)
            .floats("place", 2)
            .ints("kind")
            .classIndices("kind")
            .targets("size")
            .dataset();
    assertThat(data.size()).isEqualTo(5);
    assertThat(data.inputs())
        .extracting(Column::shape)
        .containsExactly(Shape.of(2, 2, 1), Shape.of(2), Shape.scalar());
    for (int i : new int[] {4, 0, 3, 2, 4}) {
      assertThat(data.inputs().get(0).values(i)).containsExactly(i, 0, 255, 7);
      assertThat(data.inputs().get(1).values(i)).containsExactly(i + 0.5f, -i);
      assertThat(data.inputs().get(2).values(i)).containsExactly(i % 3);
      assertThat(data.labels().get(0).classIndex(i)).isEqualTo(i % 3);
      float[] size = new float[1];
      data.labels().get(1).copy(i, size, 0);
      assertThat(size).containsExactly(i * 0.25f);
    }
    Dataset rescaled = data.skip(1).rescale(0.5, 1);
    assertThat(rescaled.inputs().get(0).values(0)).containsExactly(1.5f, 1, 128.5f, 4.5f);
  }

  @Test
  void nonFiniteValuesAreFound() throws IOException {
    Dataset data =
        TFRecord.of(
                write(
                    "a",
                    List.of(example(0), example(1).withFloats("place", 1, Float.NaN), example(2))))
            .floats("place", 2)
            .dataset();
    data.take(1).requireFinite();
    data.skip(2).requireFinite();
    refused(
        data::requireFinite,
        "Data set: expected finite values, got NaN in sample 1. "
            + "Leave the sample out, or replace the value.");
  }

  @Test
  void examplesAreReadAsWritten() throws IOException {
    Path file = write("a", examples(0, 4));
    try (Stream<Example> read = TFRecord.read(file)) {
      assertThat(read).containsExactlyElementsOf(examples(0, 4));
    }
    assertThat(example(3).names()).containsExactly("kind", "pixels", "place", "size");
    assertThat(example(3).floats("place")).containsExactly(3.5f, -3);
    assertThat(example(5).ints("kind")).containsExactly(2);
    assertThat(example(5).bytes("pixels")).containsExactly(new byte[] {5, 0, -1, 7});
    assertThat(example(5))
        .hasToString("Example [kind, pixels, place, size]")
        .hasSameHashCodeAs(example(5));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void compressedFilesAreReadSequentially() throws IOException {
    Path file = write("a", examples(0, 4));
    Path packed = folder.resolve("a.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(file));
    }
    try (Stream<Example> read = TFRecord.read(packed)) {
      assertThat(read).containsExactlyElementsOf(examples(0, 4));
    }
    refused(
        () -> TFRecord.of(packed).ints("kind").dataset(),
        packed
            + ": expected a file with random access, got a gzip-compressed file. "
            + "Decompress it, or read it sequentially with TFRecord.read.");
  }

  @Test
  void filesWrittenByPythonAreRead() throws IOException {
    Path file = folder.resolve("python");
    try (InputStream golden = TFRecordTest.class.getResourceAsStream(OF_PYTHON)) {
      Files.write(file, Objects.requireNonNull(golden).readAllBytes());
    }
    try (Stream<Example> read = TFRecord.read(file)) {
      assertThat(read)
          .containsExactly(
              Example.of()
                  .withBytes("name", "rhyton".getBytes(StandardCharsets.UTF_8), new byte[0])
                  .withFloats("x", 1.5f, -2, 3.25f)
                  .withInts("y", -1, 0, 1L << 40),
              Example.of().withFloats("x", 4, 5, 6).withInts("y", 7, 8, 9));
    }
    Dataset data = TFRecord.of(file).floats("x", 3).ints("y", 3).dataset();
    assertThat(data.inputs().get(0).values(1)).containsExactly(4, 5, 6);
    assertThat(data.inputs().get(1).values(0)).containsExactly(-1, 0, (float) (1L << 40));
  }

  @Test
  void recordsWithOtherFeaturesAreReported() throws IOException {
    Path file = write("a", List.of(example(0), example(1).withFloats("place", 1, 2, 3)));
    refused(
        () -> TFRecord.of(file).floats("place", 2).dataset(),
        file
            + ", record 1, feature 'place': expected 2 values [2], got 3 values. "
            + "Set the shape of the values, which must be the same in all records.");
    refused(
        () -> TFRecord.of(file).floats("height").dataset(),
        file
            + ", record 0, feature 'height': expected floats, got only features [kind, pixels,"
            + " place, size]. Name a feature of the records, with its type.");
    refused(
        () -> TFRecord.of(file).classIndices("size").dataset(),
        file
            + ", record 0, feature 'size': expected integers, got floats. "
            + "Name a feature of the records, with its type.");
    Path strange =
        write("b", List.of(Example.of().withInts("kind", -1).withBytes("none").withBytes("s")));
    refused(
        () -> TFRecord.of(strange).classIndices("kind").dataset(),
        strange
            + ", record 0, feature 'kind': expected class indices from 0, got -1. "
            + "Correct the record.");
    refused(
        () -> TFRecord.of(strange).bytes("none", 4).dataset(),
        strange
            + ", record 0, feature 'none': expected one byte string, got 0 byte strings. Write one"
            + " per record.");
    refused(
        () -> Example.of().floats("x"),
        "Feature 'x': expected floats, got only features []. "
            + "Name a feature of the records, with its type.");
  }

  @Test
  void filesThatDoNotHoldExamplesAreNamed() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> TFRecord.of(missing).ints("kind").dataset())
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(missing + ": expected a readable file, got ");
    assertThatThrownBy(() -> TFRecord.read(missing)).isInstanceOf(DataException.class);
    Path text = folder.resolve("text");
    Files.writeString(text, "once upon a time there was a file");
    refused(
        () -> TFRecord.of(text).ints("kind").dataset(),
        text
            + ", record 0: expected a length that matches its checksum, got corrupt data. "
            + "Use an uncompressed TFRecord file, or replace the file with an intact copy.");
    Path records = folder.resolve("records");
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(records))) {
      writer.write(new byte[] {10, 100, 3});
    }
    refused(
        () -> TFRecord.of(records).ints("kind").dataset(),
        records
            + ", record 0: expected a tf.train.Example, got other data. Provide files of"
            + " Examples.");
    assertThatThrownBy(TFRecord::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("files must not be empty");
    assertThatThrownBy(() -> TFRecord.of(text).dataset())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("add the features of inputs and labels first");
  }

  @Test
  void aRecordOfNestedGroupsDoesNotOverflowTheStack() throws IOException {
    Path file = folder.resolve("nested");
    byte[] groups = new byte[20_000];
    // The start of a group in field 1, again and again.
    Arrays.fill(groups, (byte) 0x0B);
    try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
      writer.write(groups);
    }
    refused(
        () -> TFRecord.of(file).ints("kind").dataset(),
        file
            + ", record 0: expected a tf.train.Example, got other data. Provide files of Examples.");
  }

  @Test
  void aRecordLongerThanTheLimitIsRefusedBeforeItIsRead() throws IOException {
    Path file = folder.resolve("long.gz");
    byte[] length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1 << 29).array();
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(length);
      out.write(
          ByteBuffer.allocate(4)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(RecordChecksum.of(length, 0, 8))
              .array());
    }
    refused(
        () -> TFRecord.read(file).count(),
        file
            + ", record 0: expected at most 268435456 bytes, got 536870912. Write smaller records,"
            + " or set the system property io.rhyton.maxRecordBytes.");
  }

  @Test
  void corruptRecordsAreReported() throws IOException {
    Path file = write("a", examples(0, 2));
    byte[] bytes = Files.readAllBytes(file);
    int second = bytes.length / 2;
    damage(file, bytes, second + 20);
    refused(
        () -> TFRecord.of(file).ints("kind").dataset(),
        file
            + ", record 1: expected a record that matches its checksum, got corrupt data. Replace"
            + " the file with an intact copy.");
    damage(file, bytes, second + 3);
    refused(
        () -> TFRecord.of(file).ints("kind").dataset(),
        file
            + ", record 1: expected a length that matches its checksum, got corrupt data. "
            + "Use an uncompressed TFRecord file, or replace the file with an intact copy.");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 2));
    refused(
        () -> TFRecord.of(file).ints("kind").dataset(),
        file
            + ", record 1: expected "
            + (second - 16)
            + " bytes and their checksum, got the end of the file after "
            + (second - 16 + 2)
            + ". Replace the file with an intact copy.");
    Files.write(file, Arrays.copyOf(bytes, second + 5));
    refused(
        () -> TFRecord.of(file).ints("kind").dataset(),
        file
            + ", record 1: expected a header of 12 bytes, got the end of the file after 5. "
            + "Replace the file with an intact copy.");
  }

  private static void damage(Path file, byte[] bytes, int place) throws IOException {
    byte[] damaged = bytes.clone();
    damaged[place] ^= 1;
    Files.write(file, damaged);
  }

  /** A length with a valid checksum can be wrong, too. */
  @Test
  void lengthsAreNotTrusted() throws IOException {
    for (long length : new long[] {1L << 30, 1L << 40, -1}) {
      byte[] header = new byte[RecordReader.HEADER + 10];
      ByteBuffer.wrap(header)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putLong(length)
          .putInt(RecordChecksum.of(longBytes(length)));
      Path file = folder.resolve("lies");
      Files.write(file, header);
      assertThatThrownBy(() -> TFRecord.of(file).ints("kind").dataset())
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(file + ", record 0: expected ");
    }
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  @Test
  void filesThatChangeLaterAreReported() throws IOException {
    Path file = write("a", examples(0, 40));
    Dataset data = TFRecord.of(file).floats("place", 2).dataset();
    byte[] bytes = Files.readAllBytes(file);
    damage(file, bytes, bytes.length - 10);
    assertThat(data.input().values(0)).containsExactly(0.5f, 0);
    refused(
        () -> data.input().values(39),
        file
            + ", record 39: expected a record that matches its checksum, got corrupt data. Replace"
            + " the file with an intact copy.");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> data.input().values(20))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": expected a readable file, got java.io.EOFException");
  }

  @Test
  void moreFilesThanCanBeOpenAreRead() throws IOException {
    Path[] files = new Path[150];
    for (int i = 0; i < files.length; i++) {
      files[i] = write("shard-" + i, examples(i, i + 1));
    }
    Dataset data = TFRecord.of(files).floats("place", 2).dataset();
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < files.length; i++) {
        assertThat(data.input().values(i)).containsExactly(i + 0.5f, -i);
      }
    }
  }

  /** Any corruption of a file is a DataException. */
  @Test
  void anyCorruptionIsDetected() throws IOException {
    Path file = write("a", examples(0, 6));
    byte[] bytes = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(7);
    int cases = Integer.getInteger("rhyton.tfrecord.fuzz", 500);
    for (int i = 0; i < cases; i++) {
      byte[] damaged = Arrays.copyOf(bytes, random.nextInt(1, bytes.length + 20));
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      if (!Arrays.equals(damaged, bytes)) {
        read(file);
      }
    }
  }

  /** The records themselves are corrupt, with valid checksums. */
  @Test
  void corruptExamplesAreRejected() throws IOException {
    byte[] bytes = example(4).toBytes();
    SplittableRandom random = new SplittableRandom(8);
    int cases = Integer.getInteger("rhyton.tfrecord.fuzz", 500);
    for (int i = 0; i < cases; i++) {
      byte[] damaged = Arrays.copyOf(bytes, random.nextInt(1, bytes.length + 4));
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("damaged");
      try (RecordWriter writer = new RecordWriter(Files.newOutputStream(file))) {
        writer.write(damaged);
      }
      read(file);
    }
  }

  /** The file may be valid by chance, if only complete records are missing at the end. */
  private static void read(Path file) {
    try {
      Dataset data =
          TFRecord.of(file)
              .bytes("pixels", 2, 2, 1)
              .floats("place", 2)
              .classIndices("kind")
              .targets("size")
              .dataset();
      for (int i = 0; i < data.size(); i++) {
        data.inputs().get(0).values(i);
      }
    } catch (DataException e) {
      assertThat(e.where()).startsWith(file.toString());
    }
  }
}
