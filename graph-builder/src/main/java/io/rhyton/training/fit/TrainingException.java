package io.rhyton.training.fit;

import io.rhyton.error.ModelException;

/** Thrown when training cannot continue. */
public final class TrainingException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final int epoch;
  private final int step;

  /**
   * Creates an exception.
   *
   * @param epoch the epoch, from 1
   * @param step the step in the epoch, from 1
   * @param expected what was required
   * @param received what was found instead
   * @param fix what to do about it, a whole sentence
   */
  public TrainingException(int epoch, int step, String expected, String received, String fix) {
    super("Epoch " + epoch + ", step " + step, expected, received, fix);
    this.epoch = epoch;
    this.step = step;
  }

  /** The epoch in which training failed, from 1. */
  public int epoch() {
    return epoch;
  }

  /** The step of the epoch in which training failed, from 1. */
  public int step() {
    return step;
  }
}
