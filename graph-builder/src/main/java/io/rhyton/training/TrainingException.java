package io.rhyton.training;

import io.rhyton.error.ModelException;

/** Training that cannot go on. */
public final class TrainingException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final int step;

  /**
   * Makes an error from where and what.
   *
   * @param epoch the epoch, from 1
   * @param step the step in the epoch, from 1
   * @param expected what was needed
   * @param received what came instead
   * @param fix what to do about it, a whole sentence
   */
  TrainingException(int epoch, int step, String expected, String received, String fix) {
    super("Epoch " + epoch + ", step " + step, expected, received, fix);
    this.epoch = epoch;
    this.step = step;
  }

  /** The epoch that failed, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step in the epoch that failed, from 1. */
  public int step() {
    return step;
  }
}
