package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.util.function.Supplier;

/** Lets another thread stop a training after the current step; the scores of its epoch are kept. */
public final class StopSignal implements Callback {
  private volatile boolean given;

  private StopSignal() {}

  /** A signal that is not set yet. */
  public static StopSignal of() {
    return new StopSignal();
  }

  /** Sets the signal permanently: a training that begins later stops after its first step. */
  public void stop() {
    given = true;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    if (given) {
      training.stop("stop signal");
    }
  }
}
