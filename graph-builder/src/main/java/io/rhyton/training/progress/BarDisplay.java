package io.rhyton.training.progress;

import io.rhyton.history.Scores;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Shows a progress bar for each epoch or evaluation. The progress bar library repaints it on its
 * own thread, a few times per second; a step only sets a counter.
 */
final class BarDisplay implements ProgressDisplay {
  private static final int REFRESH_MILLISECONDS = 200;
  private static final int BAR_LENGTH = 20;
  private static final int USUAL_WIDTH = 80;

  /** The number of running bars in this process. */
  private static final AtomicInteger SHOWN = new AtomicInteger();

  private final PrintStream out;
  private final BarStyle style;
  private final int width;
  private @Nullable Bar running;

  BarDisplay(PrintStream out, BarStyle style, int width) {
    this.out = out;
    this.style = style;
    this.width = width;
  }

  /** Fits a display to a console, or to a default width if there is none. */
  static BarDisplay on(@Nullable Console console, PrintStream out) {
    // Queried once: the library starts other programs to find it, which can take a second.
    int width =
        console == null ? USUAL_WIDTH : new ConsoleProgressBarConsumer(out).getMaxRenderedLength();
    return new BarDisplay(out, BarStyle.of(console), width);
  }

  /** Whether a bar is shown: the terminal has room for only one at a time. */
  static boolean isOneShown() {
    return SHOWN.get() > 0;
  }

  @Override
  public void starts(String title, int done, int steps) {
    close();
    running = new Bar(title, done, steps);
  }

  @Override
  public void step(int step, Supplier<Scores> scores) {
    if (running != null) {
      running.step(step, scores);
    }
  }

  @Override
  public void ends(Duration duration, Scores scores) {
    if (running != null) {
      running.end(LineDisplay.result(duration, scores));
      running = null;
    }
  }

  @Override
  public void stopped(String reason) {
    out.println("Stopped: " + reason);
  }

  @Override
  public void close() {
    if (running != null) {
      running.stop();
      out.println();
      running = null;
    }
    out.flush();
  }

  /**
   * One line of text: title, bar, steps, and further text. The bar shrinks to fit the line, and is
   * left out if it would be too short to be useful or the number of steps is unknown.
   */
  static String line(
      BarStyle style, String title, long step, long steps, String rest, int maxLength) {
    boolean known = step <= steps;
    String count = " " + step + (known ? "/" + steps : " steps") + rest;
    int length = Math.min(BAR_LENGTH, maxLength - title.length() - 1 - count.length());
    if (!known || length < BAR_LENGTH / 4) {
      return title + count;
    }
    double fraction = steps == 0 ? 1 : (double) step / steps;
    return title + " " + style.bar(fraction, length) + count;
  }

  /**
   * The remaining time, such as {@code 1:05 left}; empty before the first and after the last step.
   */
  static String timeLeft(long step, long steps, Duration elapsed) {
    if (step == 0 || step >= steps) {
      return "";
    }
    long seconds = Math.round(elapsed.toMillis() / 1000.0 / step * (steps - step));
    long minutes = seconds / 60;
    String clock =
        minutes < 60
            ? String.format("%d:%02d", minutes, seconds % 60)
            : String.format("%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    return " - " + clock + " left";
  }

  /** A progress bar, from its first step to its last. */
  private final class Bar {
    private final String title;
    private final int steps;
    private final BarLine line;
    private final ProgressBar bar;
    private long textTime;
    private boolean textShown;
    private int last;

    Bar(String title, int done, int steps) {
      this.title = title;
      this.steps = steps;
      last = done;
      line = new BarLine(out, width);
      bar =
          new ProgressBarBuilder()
              .setTaskName(title)
              .setInitialMax(steps)
              .startsFrom(done, Duration.ZERO)
              .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
              .setConsumer(line)
              .setRenderer(
                  (state, maxLength) ->
                      line(
                          style,
                          state.getTaskName(),
                          state.getCurrent(),
                          steps,
                          timeLeft(
                                  state.getCurrent() - done,
                                  steps - done,
                                  state.getElapsedAfterStart())
                              + state.getExtraMessage(),
                          maxLength))
              .build();
      SHOWN.incrementAndGet();
    }

    void step(int step, Supplier<Scores> scores) {
      long now = System.nanoTime();
      if (!textShown || now - textTime >= TimeUnit.MILLISECONDS.toNanos(REFRESH_MILLISECONDS)) {
        bar.setExtraMessage(" - " + scores.get());
        textTime = now;
        textShown = true;
      }
      bar.stepTo(step);
      last = step;
    }

    /** Replaces the bar with its final state, which is not truncated to the terminal's width. */
    void end(String result) {
      stop();
      String rest = " - " + result;
      int shown = last > 0 ? last : steps;
      line.replace(BarDisplay.line(style, title, shown, shown, rest, Integer.MAX_VALUE));
    }

    void stop() {
      // The library joins its thread, and swallows an interrupt meanwhile.
      boolean interrupted = Thread.interrupted();
      bar.close();
      SHOWN.decrementAndGet();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
