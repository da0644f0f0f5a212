package io.rhyton.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints one line at the end of each epoch. */
final class LineDisplay implements ProgressDisplay {
  private final int epochs;
  private final PrintStream out;

  LineDisplay(int epochs, PrintStream out) {
    this.epochs = epochs;
    this.out = out;
  }

  /** The name of an epoch: {@code Epoch 3/25}. */
  static String title(int epoch, int epochs) {
    return "Epoch " + epoch + "/" + epochs;
  }

  /** What an epoch led to: {@code 57.2s - loss: 1.0233 - accuracy: 0.6378}. */
  static String result(EpochLog log) {
    return seconds(log.duration()) + " - " + log.scores();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
  }

  @Override
  public void epochStarts(int epoch, int steps) {}

  @Override
  public void step(int step, Supplier<Scores> running) {}

  @Override
  public void epochEnds(EpochLog log) {
    out.println(title(log.epoch(), epochs) + " - " + result(log));
  }

  @Override
  public void ends(History history) {
    history.stopped().ifPresent(reason -> out.println("Stopped: " + reason));
  }

  @Override
  public void close() {
    out.flush();
  }
}
