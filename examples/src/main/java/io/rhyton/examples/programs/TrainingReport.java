package io.rhyton.examples.programs;

import io.rhyton.history.EpochLog;
import io.rhyton.history.History;
import io.rhyton.history.Scores;
import java.time.Duration;
import java.util.Locale;

/**
 * The results of a training run.
 *
 * @param variant the trained network
 * @param history the history of the training
 * @param test loss and accuracy on the test set
 */
record TrainingReport(Variant variant, History history, Scores test) {

  private String bestValidation() {
    if (!history.metrics().contains("val_accuracy")) {
      return "none";
    }
    EpochLog best = history.best("val_accuracy");
    return String.format(
        Locale.ROOT,
        "%.2f %% in epoch %d of %d",
        100 * best.scores().get("val_accuracy"),
        best.epoch(),
        history.last().epoch());
  }

  private double secondsPerEpoch() {
    return history.epochs().stream()
        .map(EpochLog::duration)
        .mapToDouble(TrainingReport::seconds)
        .average()
        .orElse(Double.NaN);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        network                   %s
        test accuracy             %.2f %%
        test loss                 %.4f
        best validation accuracy  %s
        seconds per epoch         %.1f
        """,
        variant,
        100 * test.get("accuracy"),
        test.loss(),
        bestValidation(),
        secondsPerEpoch());
  }
}
