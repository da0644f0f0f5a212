package io.rhyton.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.data.DataException;
import io.rhyton.data.FileServer;
import io.rhyton.download.Downloader;
import io.rhyton.download.RemoteFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class Cifar10Test {
  private static final String ARCHIVE = "cifar-10-binary.tar.gz";
  private static final List<String> BATCHES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");
  private static final int RECORD = 3_073;
  private static final int BATCH = 30_730_000;

  /** Batches from {@link #marked}, with path traversal in their names. */
  private static byte[] archive = new byte[0];

  @TempDir private Path folder;

  @BeforeAll
  static void pack() throws IOException {
    archive = pack(BATCHES, "../../cifar-10-batches-bin/");
  }

  @Test
  void theClassesAreInIndexOrder() {
    assertThat(Cifar10.CLASSES)
        .containsExactly(
            "airplane",
            "automobile",
            "bird",
            "cat",
            "deer",
            "dog",
            "frog",
            "horse",
            "ship",
            "truck");
  }

  @Test
  void extractedFilesAreReadInOrder() throws IOException {
    writeBatches(folder);
    for (int batch = 0; batch < BATCHES.size(); batch++) {
      overwrite(folder.resolve(BATCHES.get(batch)), 7 * RECORD, batch + 1);
    }

    assertThat(Cifar10.existsIn(folder)).isTrue();
    Cifar10 cifar = Cifar10.read(folder);

    assertThat(cifar.train().size()).isEqualTo(50_000);
    assertThat(cifar.train().input().shape()).isEqualTo(Shape.of(32, 32, 3));
    assertThat(cifar.test().size()).isEqualTo(10_000);
    assertThat(cifar.test().input().shape()).isEqualTo(Shape.of(32, 32, 3));
    for (int batch = 0; batch < 5; batch++) {
      assertThat(cifar.train().label().classIndex(batch * 10_000 + 7)).isEqualTo(batch + 1);
    }
    assertThat(cifar.test().label().classIndex(7)).isEqualTo(6);
  }

  @Test
  void planesAreInterleavedToChannelsLast() throws IOException {
    Path batches = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
    writeBatches(batches);
    int pixel = 5 * 32 + 9;
    int record = 3 * RECORD + 1;
    overwrite(batches.resolve("data_batch_2.bin"), record + pixel, 10);
    overwrite(batches.resolve("data_batch_2.bin"), record + 1_024 + pixel, 200);
    overwrite(batches.resolve("data_batch_2.bin"), record + 2_048 + pixel, 255);

    float[] image = Cifar10.read(folder).train().input().values(10_003);

    float[] expected = new float[3_072];
    expected[pixel * 3] = 10;
    expected[pixel * 3 + 1] = 200;
    expected[pixel * 3 + 2] = 255;
    assertThat(image).containsExactly(expected);
  }

  @Test
  void theArchiveIsReadWithoutUsingItsPaths() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    Files.write(place.resolve(ARCHIVE), archive);

    Cifar10 cifar = Cifar10.read(place);

    assertThat(cifar.train().size()).isEqualTo(50_000);
    assertThat(cifar.train().label().classIndex(20_000)).isEqualTo(3);
    assertThat(cifar.train().input().values(20_000)[0]).isEqualTo(1);
    assertThat(cifar.test().label().classIndex(0)).isEqualTo(6);
    assertThat(folder).isDirectoryNotContaining("glob:**.bin");
    assertThat(place).isDirectoryNotContaining("glob:**.bin");
  }

  @Test
  void loadDownloadsOnce() throws Exception {
    Downloader downloader =
        new Downloader(
            Duration.ofSeconds(10),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            false);
    try (FileServer server = new FileServer(FileServer.byRanges(archive))) {
      RemoteFile remote = new RemoteFile(server.address(ARCHIVE), md5(archive));

      assertThat(Cifar10.load(folder, remote, downloader).test().label().classIndex(0))
          .isEqualTo(6);
      assertThat(Cifar10.load(folder, remote, downloader).test().label().classIndex(0))
          .isEqualTo(6);

      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void aMissingFolderIsNamed() {
    assertRejected(
        folder.resolve("none"),
        folder.resolve("none")
            + ": expected cifar-10-binary.tar.gz or the files in it, got no folder."
            + " Put the archive there, or download it"
            + " with Cifar10.load().");
  }

  @Test
  void aFolderWithoutTheFilesIsNamed() {
    assertRejected(
        folder,
        folder
            + ": expected cifar-10-binary.tar.gz or the files in it, got neither."
            + " Put the archive there, or download it"
            + " with Cifar10.load().");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    writeBatches(folder);
    Files.delete(folder.resolve("data_batch_4.bin"));

    assertRejected(
        folder,
        folder
            + ": expected all of "
            + String.join(", ", BATCHES)
            + ", got no data_batch_4.bin. Download the archive again.");
  }

  @Test
  void aTruncatedFileIsNamedWithItsLength() throws IOException {
    writeBatches(folder);
    setLength(folder.resolve("data_batch_2.bin"), 5_000);

    assertRejected(
        folder,
        folder.resolve("data_batch_2.bin")
            + ": expected 30730000 bytes, got 5000 bytes. Download the file again.");
  }

  @Test
  void aFileThatIsTooLongIsNamed() throws IOException {
    writeBatches(folder);
    setLength(folder.resolve("data_batch_1.bin"), BATCH + 1);

    assertRejected(
        folder,
        folder.resolve("data_batch_1.bin")
            + ": expected 30730000 bytes, got more. Download the file again.");
  }

  @Test
  void anInvalidLabelIsNamedWithItsRecord() throws IOException {
    writeBatches(folder);
    overwrite(folder.resolve("data_batch_1.bin"), 12 * RECORD, 200);

    assertRejected(
        folder,
        folder.resolve("data_batch_1.bin")
            + ": expected labels from 0 to 9, got 200 in record 12. Download the file again.");
  }

  @Test
  void anUnreadableFileIsNamed() throws IOException {
    writeBatches(folder);
    Path batch = folder.resolve("data_batch_1.bin");
    Files.delete(batch);
    Files.createDirectory(batch);

    assertThatThrownBy(() -> Cifar10.read(folder))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            batch + ": expected a readable file, got java.nio.file.FileSystemException")
        .hasMessageEndingWith(". Check the file and its disk.");
  }

  @Test
  void anArchiveThatIsNotGzipIsRejected() throws IOException {
    assertDamaged("<html>404</html>".getBytes(StandardCharsets.UTF_8));
    assertDamaged(new byte[0]);
  }

  @Test
  void anArchiveThatIsNotTarIsRejected() throws IOException {
    byte[] text = new byte[5_000];
    Arrays.fill(text, (byte) 'x');
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = gzip(packed)) {
      gzip.write(text);
    }

    assertDamaged(packed.toByteArray());
  }

  @Test
  void aTruncatedArchiveIsRejected() throws IOException {
    assertDamaged(Arrays.copyOf(archive, archive.length / 10));
    assertDamaged(Arrays.copyOf(archive, 5));
  }

  @Test
  void aCorruptArchiveIsRejected() throws IOException {
    byte[] damaged = archive.clone();
    damaged[archive.length - 8] ^= 1;

    assertDamaged(damaged);
  }

  @Test
  void anArchiveThatLacksABatchIsRejected() throws IOException {
    Files.write(folder.resolve(ARCHIVE), pack(List.of("data_batch_1.bin"), ""));

    assertRejected(
        folder,
        folder.resolve(ARCHIVE)
            + ": expected all of "
            + String.join(", ", BATCHES)
            + ", got no data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin,"
            + " test_batch.bin. Download the archive again.");
  }

  @Test
  void anArchiveWithAShortBatchIsRejected() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip(packed))) {
      add(tar, "data_batch_1.bin", new byte[RECORD]);
    }
    Files.write(folder.resolve(ARCHIVE), packed.toByteArray());

    assertRejected(
        folder,
        "data_batch_1.bin in "
            + folder.resolve(ARCHIVE)
            + ": expected 30730000 bytes, got 3073 bytes. Download the file again.");
  }

  private void assertDamaged(byte[] bytes) throws IOException {
    Files.write(folder.resolve(ARCHIVE), bytes);
    assertRejected(
        folder,
        folder.resolve(ARCHIVE)
            + ": expected a complete gzip-compressed tar archive, got a corrupt file or another"
            + " format. Delete it and download it again.");
  }

  private static void assertRejected(Path folder, String message) {
    assertThatThrownBy(() -> Cifar10.read(folder))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  /** A batch whose first record has the batch number, from 1, as label, and 1 as first red byte. */
  private static byte[] marked(int number) {
    byte[] batch = new byte[BATCH];
    batch[0] = (byte) number;
    batch[1] = 1;
    return batch;
  }

  private static byte[] pack(List<String> names, String prefix) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip(packed))) {
      for (int i = 0; i < names.size(); i++) {
        add(tar, prefix + names.get(i), marked(i + 1));
      }
    }
    return packed.toByteArray();
  }

  private static OutputStream gzip(OutputStream out) throws IOException {
    GzipParameters fast = new GzipParameters();
    fast.setCompressionLevel(Deflater.BEST_SPEED);
    return new GzipCompressorOutputStream(out, fast);
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Black images of class 0. */
  private static void writeBatches(Path folder) throws IOException {
    for (String name : BATCHES) {
      setLength(folder.resolve(name), BATCH);
    }
  }

  private static void setLength(Path file, long length) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(length);
    }
  }

  private static void overwrite(Path file, int at, int value) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(at);
      out.write(value);
    }
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }
}
