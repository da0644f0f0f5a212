package io.rhyton.training;

import io.rhyton.console.Terminal;
import java.io.Console;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Shows a training as it runs. Called by the training thread only. */
interface ProgressDisplay extends AutoCloseable {

  /** An epoch, counted from 1, begins; it has so many steps, 0 if nobody knows. */
  void epochStarts(int epoch, int steps);

  /**
   * A step ended.
   *
   * @param step its number in the epoch, from 1
   * @param running the scores over the epoch so far; asked for only when they are shown
   */
  void step(int step, Supplier<Scores> running);

  /** The epoch that began last ended. */
  void epochEnds(EpochLog log);

  /** Training ended, and not by an error. */
  void ends(History history);

  /** Ends the display; an epoch that runs is left as it stands. */
  @Override
  void close();

  /** Makes the display for a training, on the standard output. */
  static ProgressDisplay onConsole(Progress progress, int epochs) {
    return of(progress, epochs, System.out);
  }

  /**
   * Makes the display for a training.
   *
   * @param epochs how many are planned
   * @param out where to print
   */
  static ProgressDisplay of(Progress progress, int epochs, PrintStream out) {
    Console console = System.console();
    return switch (progress) {
      case AUTO -> of(Terminal.isPresent() ? Progress.BAR : Progress.LINES, epochs, out);
      case BAR -> BarDisplay.on(console, epochs, out);
      case LINES -> new LineDisplay(epochs, out);
      case NONE -> new SilentDisplay();
    };
  }
}
