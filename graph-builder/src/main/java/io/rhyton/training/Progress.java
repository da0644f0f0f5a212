package io.rhyton.training;

/** How a training reports what it does, on standard output. */
public enum Progress {
  /** A {@link #BAR} on a terminal, {@link #LINES} elsewhere: in a log file, a notebook, a test. */
  AUTO,
  /** A bar that grows step by step, with the running scores and the time left. */
  BAR,
  /** One line at the end of each epoch. */
  LINES,
  /** Nothing. */
  NONE
}
