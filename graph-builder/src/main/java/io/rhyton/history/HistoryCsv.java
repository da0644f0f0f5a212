package io.rhyton.history;

import io.rhyton.data.DataException;
import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.file.RegularFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** Epochs as comma-separated values, one per line. Internal to Rhyton. */
public final class HistoryCsv {
  private static final double NANOSECONDS = 1e9;

  private HistoryCsv() {}

  static String of(History history) {
    List<String> metrics = history.metrics();
    StringBuilder table = new StringBuilder().append(header(metrics));
    history.epochs().forEach(log -> table.append(line(log, metrics)));
    return table.toString();
  }

  /** The header line, with its line feed: {@code epoch,seconds} and the metrics. */
  public static String header(List<String> metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    StringJoiner header = new StringJoiner(",", "", "\n");
    header.add("epoch").add("seconds");
    metrics.forEach(metric -> header.add(quoted(metric)));
    return header.toString();
  }

  /** The line of an epoch, with its line feed; a metric missing from the epoch is left empty. */
  public static String line(EpochLog log, List<String> metrics) {
    Arguments.requireNoNulls("metrics", metrics);
    Objects.requireNonNull(log, "log");
    StringJoiner line = new StringJoiner(",", "", "\n");
    line.add(Integer.toString(log.epoch()));
    line.add(Double.toString(log.duration().toNanos() / NANOSECONDS));
    for (String metric : metrics) {
      Double value = log.scores().values().get(metric);
      line.add(value == null ? "" : value.toString());
    }
    return line.toString();
  }

  /** Quoted as in RFC 4180, if necessary. */
  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads the epochs of a file.
   *
   * @throws DataException if it is corrupt
   */
  static List<EpochLog> read(Path path) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(RegularFile.require(path));
    } catch (CharacterCodingException e) {
      throw damaged(path, "text in UTF-8", e.toString());
    }
    List<String> names = lines.isEmpty() ? List.of() : cells(lines.get(0));
    if (names.size() < 2 || !names.subList(0, 2).equals(List.of("epoch", "seconds"))) {
      throw damaged(
          path, "a header that begins with epoch,seconds", MessageText.name(first(lines)));
    }
    List<EpochLog> epochs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      try {
        epochs.add(log(names, cells(line)));
      } catch (IllegalArgumentException e) {
        String received = MessageText.name(line) + " in line " + (epochs.size() + 2);
        throw damaged(path, names.size() + " values per line, some left empty", received);
      }
    }
    return epochs;
  }

  private static String first(List<String> lines) {
    return lines.isEmpty() ? "" : lines.get(0);
  }

  private static DataException damaged(Path path, String expected, String received) {
    return new DataException(
        path.toString(), expected, received, "Use a file written by History.write.");
  }

  private static EpochLog log(List<String> names, List<String> cells) {
    if (cells.size() != names.size()) {
      throw new IllegalArgumentException();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 2; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        values.put(names.get(i), Double.valueOf(cells.get(i)));
      }
    }
    double seconds = Double.parseDouble(cells.get(1));
    return new EpochLog(
        Integer.parseInt(cells.get(0)),
        new Scores(values),
        Duration.ofNanos(Math.round(seconds * NANOSECONDS)));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        // Within quotes, a doubled quote is an escaped one.
        if (!inQuotes && i > 0 && line.charAt(i - 1) == '"') {
          cell.append(c);
        }
        inQuotes = !inQuotes;
      } else if (c == ',' && !inQuotes) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
