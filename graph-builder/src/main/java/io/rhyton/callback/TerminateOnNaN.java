package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.util.function.Supplier;

/**
 * Ends training at the first step with a loss that is not finite, instead of the {@link
 * io.rhyton.training.TrainingException} that {@code fit} throws without it. The epoch's scores are
 * not finite then; its weights are those of that step.
 *
 * <p>Source: {@code keras/src/callbacks/terminate_on_nan.py}, Keras 3.15.
 */
public final class TerminateOnNaN implements Callback {
  private TerminateOnNaN() {}

  /** Makes one. */
  public static TerminateOnNaN of() {
    return new TerminateOnNaN();
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    double loss = running.get().loss();
    if (!Double.isFinite(loss)) {
      training.stop("loss is " + loss + " at step " + step + " of epoch " + training.epoch());
    }
  }
}
