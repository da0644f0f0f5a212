package io.rhyton.training.progress;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** The characters that a bar is made of. */
enum BarStyle {
  /** Lines, heavy where the work is done. */
  LINES('━', '─'),
  /** For consoles that know ASCII only. */
  ASCII('=', '.');

  private final char done;
  private final char open;

  BarStyle(char done, char open) {
    this.done = done;
    this.open = open;
  }

  /** The best style that a console can show. */
  static BarStyle of(@Nullable Console console) {
    boolean lines = console != null && console.charset().newEncoder().canEncode(LINES.done);
    return lines ? LINES : ASCII;
  }

  /** A bar of so many characters, filled up to a fraction from 0 to 1. */
  String bar(double fraction, int length) {
    int filled = (int) (fraction * length);
    return String.valueOf(done).repeat(filled) + String.valueOf(open).repeat(length - filled);
  }
}
