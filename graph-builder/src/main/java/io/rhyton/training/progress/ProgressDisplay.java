package io.rhyton.training.progress;

import io.rhyton.console.Terminal;
import io.rhyton.history.Scores;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Shows the progress of an evaluation, or of the epochs of a training. Not thread-safe. */
public interface ProgressDisplay extends AutoCloseable {

  /**
   * Called when an epoch or an evaluation begins.
   *
   * @param title its title
   * @param done the steps already completed; 0 unless it is resumed
   * @param steps the total number of steps; 0 if unknown
   */
  void starts(String title, int done, int steps);

  /**
   * Called when a step has ended.
   *
   * @param step the step, from 1
   * @param running the scores so far; computed only when shown
   */
  void step(int step, Supplier<Scores> running);

  /** Called when the current epoch or evaluation has ended. */
  void ends(Duration duration, Scores scores);

  /** Called when training was stopped, with the reason in a few words. */
  void stopped(String reason);

  /** Ends the display; an unfinished bar is left as it is. */
  @Override
  void close();

  /** Creates the display of a training, on standard output. */
  static ProgressDisplay ofTraining(Progress progress) {
    Objects.requireNonNull(progress, "progress");
    return progress == Progress.AUTO
        ? of(Terminal.isPresent() ? Progress.BAR : Progress.LINES, System.out)
        : of(progress, System.out);
  }

  /** Creates the display of an evaluation, on standard output. */
  static ProgressDisplay ofEvaluation(Progress progress) {
    Objects.requireNonNull(progress, "progress");
    if (progress != Progress.AUTO) {
      return of(progress, System.out);
    }
    return Terminal.isPresent() && !BarDisplay.isOneShown()
        ? new DelayedDisplay(() -> of(Progress.BAR, System.out), DelayedDisplay.PATIENCE)
        : silent();
  }

  /** Creates a display that prints to a stream; {@code AUTO} shows nothing. */
  static ProgressDisplay of(Progress progress, PrintStream out) {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(out, "out");
    return switch (progress) {
      case BAR -> BarDisplay.on(System.console(), out);
      case LINES -> new LineDisplay(out);
      case AUTO, NONE -> silent();
    };
  }

  /** Returns a display that shows nothing. */
  static ProgressDisplay silent() {
    return new SilentDisplay();
  }
}
