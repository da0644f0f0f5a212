package io.rhyton.training;

import java.util.List;
import java.util.StringJoiner;

/** A history as comma-separated values, one epoch a line. */
final class HistoryCsv {
  private static final double NANOSECONDS = 1e9;

  private HistoryCsv() {}

  static String of(History history) {
    List<String> metrics = history.metrics();
    StringJoiner header = new StringJoiner(",");
    header.add("epoch").add("seconds");
    metrics.forEach(metric -> header.add(quoted(metric)));

    StringBuilder table = new StringBuilder().append(header).append('\n');
    for (EpochLog log : history.epochs()) {
      StringJoiner line = new StringJoiner(",");
      line.add(Integer.toString(log.epoch()));
      line.add(Double.toString(log.duration().toNanos() / NANOSECONDS));
      for (String metric : metrics) {
        Double value = log.scores().values().get(metric);
        line.add(value == null ? "" : value.toString());
      }
      table.append(line).append('\n');
    }
    return table.toString();
  }

  /** Quoted as RFC 4180 says, if need be. */
  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
