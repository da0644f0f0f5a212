package io.rhyton.training.progress;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The characters that a progress bar is made of. */
enum BarStyle {
  /** Box-drawing lines, heavy for the completed part. */
  LINES('━', '─'),
  /** For consoles that support only ASCII. */
  ASCII('=', '.');

  private final char done;
  private final char open;

  BarStyle(char done, char open) {
    this.done = done;
    this.open = open;
  }

  /** The best style that a console can display. */
  static BarStyle of(@Nullable Console console) {
    boolean lines = console != null && console.charset().newEncoder().canEncode(LINES.done);
    return lines ? LINES : ASCII;
  }

  /** A bar of {@code length} characters, filled to a fraction from 0 to 1. */
  String bar(double fraction, int length) {
    int filled = (int) (fraction * length);
    return String.valueOf(done).repeat(filled) + String.valueOf(open).repeat(length - filled);
  }
}
