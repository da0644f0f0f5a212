package io.rhyton.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash that identifies data: it differs if any of the added values differs. */
public final class Fingerprint {
  /** The length in bytes. */
  static final int LENGTH = 32;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a number. */
  public Fingerprint add(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  /** Adds a text. */
  public Fingerprint add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    // The length comes after the text, so that concatenations stay distinct.
    return add(bytes.length);
  }

  /** Adds bytes. */
  public Fingerprint add(byte[] bytes) {
    digest.update(bytes);
    return add(bytes.length);
  }

  /** Adds size and modification time of a file, which stand for its content. */
  public Fingerprint add(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return add(attributes.size()).add(attributes.lastModifiedTime().toMillis());
  }

  /** Returns the hash. */
  byte[] bytes() {
    return digest.digest();
  }
}
