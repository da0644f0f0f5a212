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
 * Shows each epoch, or an evaluation, as a bar that grows. The bar is painted by a thread of the
 * library's own, a few times a second; a step costs no more than setting a number.
 */
final class BarDisplay implements ProgressDisplay {
  private static final int REFRESH_MILLISECONDS = 200;
  private static final int BAR_LENGTH = 20;
  private static final int USUAL_WIDTH = 80;

  /** Bars that run, in all of the process. */
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

  /** Fits a display to a console, or to what is usual if there is none. */
  static BarDisplay on(@Nullable Console console, PrintStream out) {
    // Asked once: the library starts other programs to find it out, which can take a second.
    int width =
        console == null ? USUAL_WIDTH : new ConsoleProgressBarConsumer(out).getMaxRenderedLength();
    return new BarDisplay(out, BarStyle.of(console), width);
  }

  /** Whether a bar is on the terminal, which has room for one at a time. */
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
   * One line of text: title, bar, steps, and the rest. The bar gets shorter where the line would
   * get too long, and is left out before it gets too short to tell anything, or if nobody knows how
   * many steps there will be.
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

  /** What time is left: {@code 1:05 left}; nothing before the first and after the last step. */
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

  /** A bar from its first step to its last. */
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

    /** Replaces the bar by its last state, which is not cut off at the width of the terminal. */
    void end(String result) {
      stop();
      String rest = " - " + result;
      int shown = last > 0 ? last : steps;
      line.replace(BarDisplay.line(style, title, shown, shown, rest, Integer.MAX_VALUE));
    }

    void stop() {
      // The library waits for its thread, and swallows an interruption while it does.
      boolean interrupted = Thread.interrupted();
      bar.close();
      SHOWN.decrementAndGet();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
