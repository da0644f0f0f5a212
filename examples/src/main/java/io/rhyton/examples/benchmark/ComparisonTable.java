package io.rhyton.examples.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Formats comparisons as an aligned Markdown table. */
final class ComparisonTable {
  private static final List<String> HEADER =
      List.of("measure", "unit", "Rhyton", "baseline", "ratio", "target", "met");

  private ComparisonTable() {}

  static String of(List<Comparison> comparisons) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    comparisons.forEach(comparison -> rows.add(row(comparison)));
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      table.append(line(row, widths, " "));
      if (row == HEADER) {
        table.append(line(HEADER.stream().map(cell -> "").toList(), widths, "-"));
      }
    }
    return table.toString();
  }

  private static List<String> row(Comparison comparison) {
    Measure measure = comparison.measure();
    return List.of(
        measure.title(),
        measure.unit(),
        number(comparison.ourMedian()),
        number(comparison.otherMedian()),
        String.format(Locale.ROOT, "%.3f", comparison.ratio()),
        measure.bound().toString(),
        comparison.holds() ? "yes" : "no");
  }

  /** Formats a value with two decimals, one from 10 on, and none from 100 on. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String line(List<String> cells, int[] widths, String filler) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    for (int i = 0; i < widths.length; i++) {
      line.add(cells.get(i) + filler.repeat(widths[i] - cells.get(i).length()));
    }
    return line.toString();
  }
}
