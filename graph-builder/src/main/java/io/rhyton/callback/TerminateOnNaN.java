package io.rhyton.callback;

import io.rhyton.history.Scores;
import java.util.function.Supplier;

/**
 * Stops training at the first step with a NaN or infinite loss, instead of the {@link
 * io.rhyton.training.fit.TrainingException} that {@code fit} throws without it. The scores of that
 * epoch are then not finite, and the weights are those after that step.
 *
 * <p>Source: {@code keras/src/callbacks/terminate_on_nan.py}, Keras 3.15.
 */
public final class TerminateOnNaN implements Callback {
  private TerminateOnNaN() {}

  /** Creates the callback. */
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
