package io.rhyton.keras.weights;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.file.RegularFile;
import io.rhyton.keras.json.ConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/** The file formats of Keras models and weights, detected from their content. */
public enum KerasFormat {
  /** A zip file: {@code .keras}. */
  ARCHIVE,
  /** An HDF5 file: a whole model up to Keras 2, or weights alone. */
  HDF5,
  /** JSON text: the architecture alone. */
  CONFIG,
  /** A folder written by {@code model.save} of Keras 2. */
  SAVED_MODEL;

  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] HDF5_SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int HEAD_BYTES = 512;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /**
   * Detects the format of a file or folder.
   *
   * @throws ArtifactException if it has none of these formats
   */
  public static KerasFormat of(ConfigSource source) {
    if (Files.isDirectory(source.path())) {
      return folder(source);
    }
    if (!Files.exists(source.path())) {
      throw source.mismatch("a file or folder", "none at this path", "Check the path.");
    }
    byte[] head = head(source);
    if (startsWith(head, ZIP)) {
      return ARCHIVE;
    }
    if (startsWith(head, HDF5_SIGNATURE)) {
      return HDF5;
    }
    if (isObject(head)) {
      return CONFIG;
    }
    throw source.mismatch(
        "a .keras file, an .h5 file, a config.json or a SavedModel of Keras 2",
        head.length == 0 ? "an empty file" : "a file of another format",
        "Save the model with Keras, or get an intact copy of the file.");
  }

  private static KerasFormat folder(ConfigSource source) {
    if (Files.isRegularFile(source.path().resolve("keras_metadata.pb"))) {
      return SAVED_MODEL;
    }
    boolean isSavedModel = Files.isRegularFile(source.path().resolve("saved_model.pb"));
    throw source.mismatch(
        "a folder written by model.save of Keras 2",
        isSavedModel ? "a SavedModel without Keras metadata" : "a folder without keras_metadata.pb",
        isSavedModel
            ? "Read it with SavedModel.read, or save it from Keras as a .keras file."
            : "Pass the model's own file or folder.");
  }

  private static byte[] head(ConfigSource source) {
    try (InputStream in = Files.newInputStream(RegularFile.require(source.path()))) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  public static ArtifactException unreadable(ConfigSource source, IOException cause) {
    return source.mismatch(
        "a file that can be read",
        MessageText.line(cause.toString()),
        "Check the path and the disk.",
        cause);
  }

  private static boolean startsWith(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  private static boolean isObject(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    boolean isMarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return (isMarked ? text.substring(1) : text).strip().startsWith("{");
  }
}
