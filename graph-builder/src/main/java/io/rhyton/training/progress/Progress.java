package io.rhyton.training.progress;

/** How training and evaluation report progress on standard output. */
public enum Progress {
  /**
   * A {@link #BAR} on a terminal; elsewhere, as in a log file, a notebook or a test, {@link #LINES}
   * for training. An evaluation shows a bar on a terminal if it takes longer than a second, and
   * nothing elsewhere.
   */
  AUTO,
  /** A progress bar with the running scores and the remaining time. */
  BAR,
  /** One line at the end of each epoch or evaluation. */
  LINES,
  /** Nothing. */
  NONE
}
