package io.rhyton.keras.json;

import io.rhyton.artifact.ArtifactException;
import java.nio.file.Path;

/**
 * Where a configuration stands, for messages.
 *
 * @param kind what the file is, for instance {@code Keras model}
 * @param path the file
 */
public record ConfigSource(String kind, Path path) {

  /** Checks the name of a file to be written, by which Keras knows its form. */
  public void requireEnding(String ending) {
    if (!path.toString().endsWith(ending)) {
      throw mismatch(
          "a name that ends in " + ending, "'" + path.getFileName() + "'", "Keras opens no other.");
    }
  }

  public ArtifactException mismatch(String expected, String received, String fix) {
    return new ArtifactException(kind, path, expected, received, fix);
  }

  public ArtifactException mismatch(String expected, String received, String fix, Throwable cause) {
    return new ArtifactException(kind, path, expected, received, fix, cause);
  }
}
