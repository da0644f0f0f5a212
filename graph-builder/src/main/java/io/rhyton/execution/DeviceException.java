package io.rhyton.execution;

import io.rhyton.error.ModelException;

/** A way to run that this machine does not offer; found before a graph is built. */
public final class DeviceException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error from what was asked for and what there is.
   *
   * @param expected what was needed
   * @param received what is there or was asked for
   * @param fix what to do about it, a whole sentence
   */
  DeviceException(String expected, String received, String fix) {
    super("Execution", expected, received, fix);
  }
}
