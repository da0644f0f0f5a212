package io.rhyton.artifact;

import io.rhyton.error.ModelException;
import java.nio.file.Path;

/** Thrown when a file or folder cannot be read or written, or is not in the expected format. */
public final class ArtifactException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final transient Path path;

  /**
   * Creates an error from its parts.
   *
   * @param kind what the path should contain, for instance {@code SavedModel}
   * @param path the file or folder
   * @param expected what is required of it
   * @param received what was found
   * @param fix how to fix it, a full sentence
   */
  public ArtifactException(String kind, Path path, String expected, String received, String fix) {
    super(kind + " '" + path + "'", expected, received, fix);
    this.path = path;
  }

  /**
   * Creates an error from its parts and its cause.
   *
   * @param kind what the path should contain, for instance {@code SavedModel}
   * @param path the file or folder
   * @param expected what is required of it
   * @param received what was found
   * @param fix how to fix it, a full sentence
   * @param cause the underlying failure
   */
  public ArtifactException(
      String kind, Path path, String expected, String received, String fix, Throwable cause) {
    super(kind + " '" + path + "'", expected, received, fix, cause);
    this.path = path;
  }

  /** Returns the file or folder. */
  public Path path() {
    return path;
  }
}
