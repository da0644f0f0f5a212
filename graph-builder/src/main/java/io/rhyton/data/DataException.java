package io.rhyton.data;

import io.rhyton.error.ModelException;

/** Data that is missing, damaged or not what it should be. */
public final class DataException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error from its four parts.
   *
   * @param where the file or data set
   * @param expected what it should hold
   * @param received what it holds
   * @param fix what to do about it, a whole sentence
   */
  public DataException(String where, String expected, String received, String fix) {
    super(where, expected, received, fix);
  }

  /**
   * Makes an error from its four parts and what caused it.
   *
   * @param where the file or data set
   * @param expected what it should hold
   * @param received what it holds
   * @param fix what to do about it, a whole sentence
   * @param cause the underlying failure
   */
  public DataException(
      String where, String expected, String received, String fix, Throwable cause) {
    super(where, expected, received, fix, cause);
  }
}
