package io.rhyton.keras;

import io.rhyton.artifact.ArtifactException;
import java.nio.file.Path;

/**
 * The file of a configuration, for messages.
 *
 * @param kind the kind of file, for instance {@code Keras model}
 * @param path the file
 */
record ConfigSource(String kind, Path path) {

  /** Checks the suffix of a file to write, by which Keras recognizes its format. */
  void requireEnding(String ending) {
    if (!path.toString().endsWith(ending)) {
      throw mismatch(
          "a name that ends in " + ending,
          "'" + path.getFileName() + "'",
          "Keras opens no other files.");
    }
  }

  ArtifactException mismatch(String expected, String received, String fix) {
    return new ArtifactException(kind, path, expected, received, fix);
  }

  ArtifactException mismatch(String expected, String received, String fix, Throwable cause) {
    return new ArtifactException(kind, path, expected, received, fix, cause);
  }
}
