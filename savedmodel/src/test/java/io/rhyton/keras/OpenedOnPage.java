package io.rhyton.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code docs/what-rhyton-opens.md} lists as opened.
 *
 * @param lines its lists, each after the name of their section
 */
record OpenedOnPage(List<String> lines) {
  static final Path PAGE = Path.of("..", "docs", "what-rhyton-opens.md");

  /**
   * Reads the page.
   *
   * @param family {@code Keras 2} or {@code Keras 3}
   */
  static OpenedOnPage of(String family) throws IOException {
    List<String> lines = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("<!-- ")) {
        section = line.replaceAll("<!-- | -->", "");
      }
      int colon = line.indexOf(": `");
      if (line.startsWith("Opened") && colon > 0 && line.substring(0, colon).contains(family)) {
        lines.add(section + line.substring(colon));
      }
    }
    return new OpenedOnPage(lines);
  }

  /** Returns whether a section lists a name. */
  boolean contains(String section, String name) {
    return lines.stream()
        .anyMatch(line -> line.startsWith(section + ": ") && line.contains("`" + name + "`"));
  }
}
