package io.rhyton.training.progress;

import io.rhyton.history.Scores;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints one line at the end of each epoch, or of the evaluation. */
final class LineDisplay implements ProgressDisplay {
  private final PrintStream out;
  private String title = "";

  LineDisplay(PrintStream out) {
    this.out = out;
  }

  /** Duration and scores: {@code 57.2s - loss: 1.0233 - accuracy: 0.6378}. */
  static String result(Duration duration, Scores scores) {
    return String.format(Locale.ROOT, "%.1fs - %s", duration.toMillis() / 1000.0, scores);
  }

  @Override
  public void starts(String title, int done, int steps) {
    this.title = title;
  }

  @Override
  public void step(int step, Supplier<Scores> running) {}

  @Override
  public void ends(Duration duration, Scores scores) {
    out.println(title + " - " + result(duration, scores));
  }

  @Override
  public void stopped(String reason) {
    out.println("Stopped: " + reason);
  }

  @Override
  public void close() {
    out.flush();
  }
}
