package io.rhyton.keras;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Zip files built entry by entry, for content that Keras never writes; checksums are always valid.
 */
final class RawZipFile {
  private final List<Entry> entries = new ArrayList<>();

  /** An entry; several may have the same name. */
  private static final class Entry {
    private final String name;
    private final byte[] content;

    Entry(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }
  }

  /** Reads the entries of an archive. */
  static RawZipFile of(byte[] bytes) {
    RawZipFile archive = new RawZipFile();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        archive.add(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive;
  }

  RawZipFile add(String name, byte[] content) {
    entries.add(new Entry(name, content));
    return this;
  }

  RawZipFile remove(String name) {
    entries.removeIf(entry -> entry.name.equals(name));
    return this;
  }

  RawZipFile replace(String name, byte[] content) {
    return remove(name).add(name, content);
  }

  byte[] get(String name) {
    return entries.stream()
        .filter(entry -> entry.name.equals(name))
        .findFirst()
        .orElseThrow()
        .content;
  }

  /** Returns the archive uncompressed, as Keras writes it. */
  byte[] stored() {
    return bytes(ZipArchiveOutputStream.STORED);
  }

  /** Returns the archive compressed. */
  byte[] deflated() {
    return bytes(ZipArchiveOutputStream.DEFLATED);
  }

  private byte[] bytes(int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Entry entry : entries) {
        ZipArchiveEntry header = new ZipArchiveEntry(entry.name);
        header.setMethod(method);
        header.setSize(entry.content.length);
        CRC32 checksum = new CRC32();
        checksum.update(entry.content);
        header.setCrc(checksum.getValue());
        zip.putArchiveEntry(header);
        new ByteArrayInputStream(entry.content).transferTo(zip);
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
