package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.util.function.Supplier;

/** Lets another thread end a training: after the step that runs, with its epoch scored. */
public final class StopSignal implements Callback {
  private volatile boolean given;

  private StopSignal() {}

  /** One that is not given yet. */
  public static StopSignal of() {
    return new StopSignal();
  }

  /** Gives the signal, which lasts: a training that begins later ends after its first step. */
  public void stop() {
    given = true;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    if (given) {
      training.stop("a signal");
    }
  }
}
