package io.rhyton.keras.json;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * The file of a configuration, for messages.
 *
 * @param kind the kind of file, for instance {@code Keras model}
 * @param path the file
 */
public record ConfigSource(String kind, Path path, List<Shape> inputShapes) {

  public ConfigSource {
    inputShapes = Arguments.copyOf("inputShapes", inputShapes);
  }

  public ConfigSource(String kind, Path path) {
    this(kind, path, List.of());
  }

  /** Checks the suffix of a file to write, by which Keras recognizes its format. */
  public void requireEnding(String ending) {
    if (!path.toString().endsWith(ending)) {
      throw mismatch(
          "a name that ends in " + ending,
          "'" + path.getFileName() + "'",
          "Keras opens no other files.");
    }
  }

  public ArtifactException mismatch(String expected, String received, String fix) {
    return new ArtifactException(kind, path, expected, received, fix);
  }

  public ArtifactException mismatch(String expected, String received, String fix, Throwable cause) {
    return new ArtifactException(kind, path, expected, received, fix, cause);
  }
}
