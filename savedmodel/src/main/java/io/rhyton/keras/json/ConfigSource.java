package io.rhyton.keras;

import io.rhyton.artifact.ArtifactException;
import java.nio.file.Path;

/**
 * Where a configuration stands, for messages.
 *
 * @param kind what the file is, for instance {@code Keras model}
 * @param path the file
 */
record ConfigSource(String kind, Path path) {

  /** Checks the name of a file to be written, by which Keras knows its form. */
  void requireEnding(String ending) {
    if (!path.toString().endsWith(ending)) {
      throw mismatch(
          "a name that ends in " + ending, "'" + path.getFileName() + "'", "Keras opens no other.");
    }
  }

  ArtifactException mismatch(String expected, String received, String fix) {
    return new ArtifactException(kind, path, expected, received, fix);
  }

  ArtifactException mismatch(String expected, String received, String fix, Throwable cause) {
    return new ArtifactException(kind, path, expected, received, fix, cause);
  }
}
