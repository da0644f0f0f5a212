package io.rhyton.keras.weights;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.file.UninterruptibleChannel;
import io.rhyton.file.UnpackingLimit;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.ConfigSource;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip file in which Keras 3 stores a model: {@code metadata.json}, {@code config.json} and
 * {@code model.weights.h5}. Source: {@code keras/src/saving/saving_lib.py}, Keras 3.15.
 */
public final class KerasArchive implements Closeable {
  static final String METADATA = "metadata.json";
  public static final String CONFIG = "config.json";
  static final String WEIGHTS = "model.weights.h5";

  private static final int BUFFER_BYTES = 1 << 16;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd@HH:mm:ss");

  private final ConfigSource source;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries;

  private KerasArchive(ConfigSource source, ZipFile zip, Map<String, ZipArchiveEntry> entries) {
    this.source = source;
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Writes an archive.
   *
   * @param version the version of Keras to name in it
   */
  public static void write(
      SeekableByteChannel file, String version, byte[] config, Hdf5Group weights)
      throws IOException {
    // Finished but not closed, as closing it would close the file.
    ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file);
    zip.setMethod(ZipArchiveOutputStream.STORED);
    writeText(zip, METADATA, metadata(version));
    writeText(zip, CONFIG, config);
    ZipArchiveEntry entry = new ZipArchiveEntry(WEIGHTS);
    entry.setSize(Hdf5Writer.size(weights));
    zip.putArchiveEntry(entry);
    Hdf5Writer.write(weights, new EntryChannel(zip));
    zip.closeArchiveEntry();
    zip.finish();
  }

  private static byte[] metadata(String version) {
    String text =
        "{\"keras_version\": \"%s\", \"date_saved\": \"%s\"}"
            .formatted(version, DATE.format(LocalDateTime.now(ZoneId.systemDefault())));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void writeText(ZipArchiveOutputStream zip, String name, byte[] text)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setSize(text.length);
    zip.putArchiveEntry(entry);
    zip.write(text);
    zip.closeArchiveEntry();
  }

  /**
   * Opens an archive and checks its entries.
   *
   * @throws ArtifactException if it is not a zip file, or has missing or unknown entries
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The archive closes the zip file.
  public static KerasArchive open(ConfigSource source) {
    ZipFile zip = zip(source);
    try {
      return new KerasArchive(source, zip, entries(source, zip));
    } catch (RuntimeException | Error e) {
      closeQuietly(zip, e);
      throw e;
    }
  }

  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // The zip file closes the channel.
  private static ZipFile zip(ConfigSource source) {
    UninterruptibleChannel channel;
    try {
      channel = UninterruptibleChannel.read(source.path());
    } catch (IOException e) {
      throw damaged(source, e);
    }
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException | RuntimeException e) { // A damaged directory throws either.
      closeQuietly(channel, e);
      throw damaged(source, e);
    }
  }

  private static Map<String, ZipArchiveEntry> entries(ConfigSource source, ZipFile zip) {
    Map<String, ZipArchiveEntry> entries = new HashMap<>();
    List<String> known = List.of(METADATA, CONFIG, WEIGHTS);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!known.contains(entry.getName()) || entries.put(entry.getName(), entry) != null) {
        throw source.mismatch(
            "only " + String.join(", ", known) + ", each once",
            "'" + MessageText.line(entry.getName()) + "'",
            "Save the model without assets, with its weights in one file.");
      }
    }
    List<String> missing = new ArrayList<>(known);
    missing.removeAll(entries.keySet());
    missing.remove(METADATA);
    if (!missing.isEmpty()) {
      throw source.mismatch(
          String.join(", ", known),
          "no " + String.join(", no ", missing),
          "The file is damaged or not a Keras model: save it again.");
    }
    return entries;
  }

  /** Returns the text of the configuration. */
  public byte[] config() {
    return text(require(CONFIG));
  }

  /**
   * Returns the version of Keras according to the file; empty if it does not name one.
   *
   * @throws ArtifactException if it is not a known version
   */
  public String kerasVersion() {
    ZipArchiveEntry entry = entries.get(METADATA);
    if (entry == null) {
      return "";
    }
    JsonNode version = ConfigJson.parse(source, METADATA, text(entry)).path("keras_version");
    return version.isTextual()
        ? KerasVersion.requireKnown(source, MessageText.line(version.textValue()))
        : "";
  }

  private ZipArchiveEntry require(String name) {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalStateException(
          "no entry " + MessageText.name(name) + " in a checked archive");
    }
    return entry;
  }

  private byte[] text(ZipArchiveEntry entry) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      copy(entry, text, ConfigJson.MOST_BYTES);
    } catch (IOException e) {
      throw damaged(source, e);
    }
    return text.toByteArray();
  }

  private void requireIntact(ZipArchiveEntry entry, long checksum) {
    if (entry.getCrc() != checksum) {
      throw source.mismatch(
          entry.getName() + " with the checksum " + Long.toHexString(entry.getCrc()),
          Long.toHexString(checksum),
          "The file is damaged: save or copy it again.");
    }
  }

  /**
   * Reads the weights.
   *
   * @param largest the maximum number of bytes that the model can need; decompression stops there
   * @param reading reads the open file
   */
  public <T> T weights(long largest, Function<Hdf5File, T> reading) {
    ZipArchiveEntry entry = require(WEIGHTS);
    try {
      return entry.getMethod() == ZipArchiveEntry.STORED
          ? stored(entry, reading)
          : unpacked(entry, largest, reading);
    } catch (IOException e) {
      throw damaged(source, e);
    }
  }

  /** Reads uncompressed weights, as Keras writes them, in place. */
  private <T> T stored(ZipArchiveEntry entry, Function<Hdf5File, T> reading) throws IOException {
    copy(entry, OutputStream.nullOutputStream(), entry.getSize());
    try (Hdf5File file =
        Hdf5File.open(
            source.kind(), source.path(), source.path(), entry.getDataOffset(), entry.getSize())) {
      return reading.apply(file);
    }
  }

  private <T> T unpacked(ZipArchiveEntry entry, long largest, Function<Hdf5File, T> reading)
      throws IOException {
    requireWithinLimit(entry);
    Path temporary = Files.createTempFile("rhyton-", ".h5");
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        copy(entry, out, largest);
      }
      try (Hdf5File file = Hdf5File.open(source.kind(), source.path(), temporary)) {
        return reading.apply(file);
      }
    } finally {
      Files.delete(temporary);
    }
  }

  /** Checks the size in the archive's directory, which {@link #copy} does not exceed. */
  private void requireWithinLimit(ZipArchiveEntry entry) {
    long most = UnpackingLimit.bytes(entry.getCompressedSize());
    if (entry.getSize() > most) {
      throw source.mismatch(
          entry.getName() + " to decompress to at most " + most + " bytes",
          Long.toString(entry.getSize()),
          "If you trust the file, set the system property " + UnpackingLimit.PROPERTY + ".");
    }
  }

  /** Copies an entry, and checks its size and checksum. */
  private void copy(ZipArchiveEntry entry, OutputStream out, long largest) throws IOException {
    CRC32 checksum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = open(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > largest) {
          throw source.mismatch(
              entry.getName() + " to have at most the " + largest + " bytes that the model needs",
              "more",
              "The file is damaged, or crafted to fill the disk.");
        }
        if (size > entry.getSize()) {
          throw wrongSize(entry, "more");
        }
        checksum.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    } catch (ArtifactException e) {
      throw e;
    } catch (RuntimeException e) { // Damaged entries throw these, too.
      throw damaged(source, e);
    }
    if (size != entry.getSize()) {
      throw wrongSize(entry, Long.toString(size));
    }
    requireIntact(entry, checksum.getValue());
  }

  private ArtifactException wrongSize(ZipArchiveEntry entry, String received) {
    return source.mismatch(
        entry.getName() + " of " + entry.getSize() + " bytes",
        received,
        "The file is damaged: save or copy it again.");
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    if (!zip.canReadEntryData(entry)) {
      throw source.mismatch(
          entry.getName() + " as Keras stores it",
          "one that is encrypted, or compressed in another way",
          "Save the model again with Keras.");
    }
    return zip.getInputStream(entry);
  }

  private static ArtifactException damaged(ConfigSource source, Exception cause) {
    return source.mismatch(
        "a zip file with a Keras model",
        "one that cannot be read (" + MessageText.line(String.valueOf(cause.getMessage())) + ")",
        "The file is damaged: save or copy it again.",
        cause);
  }

  private static void closeQuietly(Closeable open, Throwable failure) {
    try {
      open.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
