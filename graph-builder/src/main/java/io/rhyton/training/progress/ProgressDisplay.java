package io.rhyton.training.progress;

import io.rhyton.console.Terminal;
import io.rhyton.history.Scores;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Shows an evaluation, or the epochs of a training, as they run. Called by one thread only. */
public interface ProgressDisplay extends AutoCloseable {

  /**
   * An epoch or an evaluation begins.
   *
   * @param title what to call it
   * @param done the steps that were done of it before, 0 unless it goes on where another ended
   * @param steps the steps that it has in all, 0 if nobody knows
   */
  void starts(String title, int done, int steps);

  /**
   * A step ended.
   *
   * @param step its number, from 1
   * @param running the scores so far; asked for only when they are shown
   */
  void step(int step, Supplier<Scores> running);

  /** What began last ended. */
  void ends(Duration duration, Scores scores);

  /** A training was stopped, for a reason in a few words. */
  void stopped(String reason);

  /** Ends the display; what runs is left as it stands. */
  @Override
  void close();

  /** Makes the display of a training, on the standard output. */
  static ProgressDisplay ofTraining(Progress progress) {
    return progress == Progress.AUTO
        ? of(Terminal.isPresent() ? Progress.BAR : Progress.LINES, System.out)
        : of(progress, System.out);
  }

  /** Makes the display of an evaluation, on the standard output. */
  static ProgressDisplay ofEvaluation(Progress progress) {
    if (progress != Progress.AUTO) {
      return of(progress, System.out);
    }
    return Terminal.isPresent() && !BarDisplay.isOneShown()
        ? new LateDisplay(() -> of(Progress.BAR, System.out), LateDisplay.PATIENCE)
        : silent();
  }

  /** Makes a display that prints somewhere; what is automatic shows nothing. */
  static ProgressDisplay of(Progress progress, PrintStream out) {
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
