package io.rhyton.golden.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A page of Markdown: a head, then sections with a table each, by name. */
public final class LedgerPage {
  private static final String SECTION = "## ";
  private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

  private final List<String> head;
  private final Map<String, List<String>> sections;

  private LedgerPage(List<String> head, Map<String, List<String>> sections) {
    this.head = head;
    this.sections = sections;
  }

  public static LedgerPage read(Path path) throws IOException {
    List<String> head = new ArrayList<>();
    Map<String, List<String>> sections = new TreeMap<>();
    List<String> lines = head;
    for (String line : Files.readAllLines(path)) {
      if (line.startsWith(SECTION)) {
        lines = new ArrayList<>();
        sections.put(line.substring(SECTION.length()), lines);
      } else {
        lines.add(line);
      }
    }
    return new LedgerPage(head, sections);
  }

  /**
   * The cells of a section's table by the names in its first column; empty if there is no such
   * section.
   */
  public Map<String, List<String>> rows(String section) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    sections.getOrDefault(section, List.of()).stream()
        .filter(line -> line.startsWith("|"))
        // The header and the line below it.
        .skip(2)
        .map(line -> Arrays.asList(BAR.split(line, -1)))
        .forEach(cells -> rows.put(cells.get(1), cells.subList(2, cells.size() - 1)));
    return rows;
  }

  /** Returns the page with the table of one section replaced. */
  public LedgerPage replace(String section, List<String> titles, Map<String, List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(line("case", titles));
    lines.add("|---".repeat(titles.size() + 1) + "|");
    rows.forEach((name, cells) -> lines.add(line(name, cells)));
    Map<String, List<String>> changed = new TreeMap<>(sections);
    changed.put(section, lines);
    return new LedgerPage(head, changed);
  }

  private static String line(String first, List<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells) + " |";
  }

  /** A difference as displayed: one significant digit, and 0 for no difference. */
  public static String cell(double difference) {
    return difference == 0 ? "0" : String.format(Locale.ROOT, "%.0e", difference);
  }

  public void write(Path path) throws IOException {
    StringBuilder text = new StringBuilder(String.join("\n", head).strip()).append('\n');
    sections.forEach(
        (section, lines) ->
            text.append("\n" + SECTION + section + "\n\n")
                .append(String.join("\n", lines).strip())
                .append('\n'));
    Files.writeString(path, text);
  }
}
