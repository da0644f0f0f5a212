package io.rhyton.report;

import java.time.Duration;
import java.util.Locale;

/** Formats the numbers of a report. */
final class Numbers {
  private Numbers() {}

  static String percent(double part) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }

  static String score(double value) {
    boolean plain = value == 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6);
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", value);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String time(Duration time) {
    if (time.toMinutes() < 1) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
