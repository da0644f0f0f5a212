package io.rhyton.artifact;

import io.rhyton.error.ModelException;
import java.nio.file.Path;

/** A file or folder that cannot be written, or is not what it should be. */
public final class ArtifactException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final transient Path path;

  /**
   * Makes an error from its parts.
   *
   * @param kind what the path should hold, for instance {@code SavedModel}
   * @param path the file or folder
   * @param expected what it needs
   * @param received what it was given
   * @param fix what to do about it, a whole sentence
   */
  public ArtifactException(String kind, Path path, String expected, String received, String fix) {
    super(kind + " '" + path + "'", expected, received, fix);
    this.path = path;
  }

  /**
   * Makes an error from its parts and what caused it.
   *
   * @param kind what the path should hold, for instance {@code SavedModel}
   * @param path the file or folder
   * @param expected what it needs
   * @param received what it was given
   * @param fix what to do about it, a whole sentence
   * @param cause the underlying failure
   */
  public ArtifactException(
      String kind, Path path, String expected, String received, String fix, Throwable cause) {
    super(kind + " '" + path + "'", expected, received, fix, cause);
    this.path = path;
  }

  /** The file or folder. */
  public Path path() {
    return path;
  }
}
