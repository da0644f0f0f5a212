package io.rhyton.execution;

import io.rhyton.error.ModelException;

/** An execution setting that this machine does not support; thrown before a graph is built. */
public final class DeviceException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param expected what was required
   * @param received what is available or was requested
   * @param fix what to do about it, a whole sentence
   */
  public DeviceException(String expected, String received, String fix) {
    super("Execution", expected, received, fix);
  }
}
