package io.rhyton.savedmodel;

import io.rhyton.model.ModelException;
import java.nio.file.Path;

/** A file or folder that cannot be written, or is not what it should be. */
public final class ArtifactException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final transient Path path;

  ArtifactException(Path path, String expected, String received, String fix) {
    super("SavedModel '" + path + "'", expected, received, fix);
    this.path = path;
  }

  ArtifactException(Path path, String expected, String received, String fix, Throwable cause) {
    super("SavedModel '" + path + "'", expected, received, fix, cause);
    this.path = path;
  }

  /** The file or folder. */
  public Path path() {
    return path;
  }
}
