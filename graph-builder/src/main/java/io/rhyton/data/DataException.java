package io.rhyton.data;

import io.rhyton.error.ModelException;

/** Thrown for data that is missing, corrupt or invalid. */
public final class DataException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param where the file or data set
   * @param expected what it should contain
   * @param received what it contains
   * @param fix what to do about it, a whole sentence
   */
  public DataException(String where, String expected, String received, String fix) {
    super(where, expected, received, fix);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param where the file or data set
   * @param expected what it should contain
   * @param received what it contains
   * @param fix what to do about it, a whole sentence
   * @param cause the underlying failure
   */
  public DataException(
      String where, String expected, String received, String fix, Throwable cause) {
    super(where, expected, received, fix, cause);
  }
}
