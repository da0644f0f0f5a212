package io.rhyton.training.progress;

/** How a training or an evaluation reports what it does, on standard output. */
public enum Progress {
  /**
   * A {@link #BAR} on a terminal; elsewhere, in a log file, a notebook, a test, {@link #LINES} of a
   * training. An evaluation shows its bar if it takes longer than a second, and elsewhere nothing.
   */
  AUTO,
  /** A bar that grows step by step, with the running scores and the time left. */
  BAR,
  /** One line at the end of each epoch, or of the evaluation. */
  LINES,
  /** Nothing. */
  NONE
}
