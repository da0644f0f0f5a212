package io.rhyton.training.progress;

import io.rhyton.history.Scores;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows progress only of long runs; a short one prints nothing. */
final class DelayedDisplay implements ProgressDisplay {
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<ProgressDisplay> display;
  private final Duration patience;
  private String title = "";
  private int steps;
  private long begun;
  private @Nullable ProgressDisplay shown;

  /**
   * Creates a display.
   *
   * @param display creates the display to delegate to
   * @param patience the time before which nothing is shown
   */
  DelayedDisplay(Supplier<ProgressDisplay> display, Duration patience) {
    this.display = display;
    this.patience = patience;
  }

  @Override
  public void starts(String title, int done, int steps) {
    close();
    this.title = title;
    this.steps = steps;
    this.begun = System.nanoTime();
  }

  @Override
  public void step(int step, Supplier<Scores> running) {
    if (shown == null && System.nanoTime() - begun >= patience.toNanos()) {
      shown = display.get();
      shown.starts(title, step, steps);
    }
    if (shown != null) {
      shown.step(step, running);
    }
  }

  @Override
  public void ends(Duration duration, Scores scores) {
    if (shown != null) {
      shown.ends(duration, scores);
    }
  }

  @Override
  public void stopped(String reason) {
    if (shown != null) {
      shown.stopped(reason);
    }
  }

  @Override
  public void close() {
    if (shown != null) {
      shown.close();
      shown = null;
    }
  }
}
