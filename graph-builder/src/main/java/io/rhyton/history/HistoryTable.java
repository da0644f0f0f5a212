package io.rhyton.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A history as a text table with right-aligned columns. */
final class HistoryTable {
  private final History history;

  HistoryTable(History history) {
    this.history = history;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> metrics = history.metrics();
    rows.add(Stream.concat(Stream.of("epoch", "seconds"), metrics.stream()).toList());
    for (EpochLog log : history.epochs()) {
      Stream<String> scores = metrics.stream().map(metric -> score(log, metric));
      rows.add(
          Stream.concat(Stream.of(Integer.toString(log.epoch()), seconds(log)), scores).toList());
    }
    return rows;
  }

  private static String seconds(EpochLog log) {
    return String.format(Locale.ROOT, "%.1f", log.duration().toMillis() / 1000.0);
  }

  private static String score(EpochLog log, String metric) {
    Double value = log.scores().values().get(metric);
    return value == null ? "" : Scores.text(value);
  }

  @Override
  public String toString() {
    List<List<String>> rows = rows();
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    String table =
        history.epochs().isEmpty()
            ? "no epochs"
            : rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    String interrupted = history.interrupted() ? "\nInterrupted" : "";
    return table + history.stopReason().map(reason -> "\nStopped: " + reason).orElse(interrupted);
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String gap = column == 0 ? "" : "  ";
      line.append(gap)
          .append(" ".repeat(widths[column] - row.get(column).length()))
          .append(row.get(column));
    }
    return line.toString().stripTrailing();
  }
}
