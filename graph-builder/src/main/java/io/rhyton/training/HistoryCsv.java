package io.rhyton.training;

import java.util.List;
import java.util.StringJoiner;

/** Epochs as comma-separated values, one a line. For Rhyton's own packages. */
public final class HistoryCsv {
  private static final double NANOSECONDS = 1e9;

  private HistoryCsv() {}

  static String of(History history) {
    List<String> metrics = history.metrics();
    StringBuilder table = new StringBuilder().append(header(metrics));
    history.epochs().forEach(log -> table.append(line(log, metrics)));
    return table.toString();
  }

  /** The first line, with its end: {@code epoch,seconds} and the metrics. */
  public static String header(List<String> metrics) {
    StringJoiner header = new StringJoiner(",", "", "\n");
    header.add("epoch").add("seconds");
    metrics.forEach(metric -> header.add(quoted(metric)));
    return header.toString();
  }

  /** The line of an epoch, with its end; a metric that the epoch lacks is left empty. */
  public static String line(EpochLog log, List<String> metrics) {
    StringJoiner line = new StringJoiner(",", "", "\n");
    line.add(Integer.toString(log.epoch()));
    line.add(Double.toString(log.duration().toNanos() / NANOSECONDS));
    for (String metric : metrics) {
      Double value = log.scores().values().get(metric);
      line.add(value == null ? "" : value.toString());
    }
    return line.toString();
  }

  /** Quoted as RFC 4180 says, if need be. */
  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
