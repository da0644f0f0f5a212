package io.rhyton.training.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The terminal line that a bar is repainted on. */
final class BarLine implements ProgressBarConsumer {
  private final PrintStream out;
  private final int width;
  private volatile int length;

  BarLine(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public int getMaxRenderedLength() {
    return width;
  }

  @Override
  public void accept(String text) {
    paint(text.length() > width ? text.substring(0, width) : text);
  }

  /** Overwrites the bar with the final text, whatever its length, and ends the line. */
  void replace(String text) {
    paint(text);
    out.println();
    out.flush();
  }

  private void paint(String text) {
    // A shorter text must cover the whole previous one.
    out.print("\r" + text + " ".repeat(Math.max(0, length - text.length())));
    out.flush();
    length = text.length();
  }

  /** Leaves the cursor on the line for the final text. */
  @Override
  public void close() {}
}
