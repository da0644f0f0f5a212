package io.rhyton.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path where it is
 * @param text its Markdown
 */
record MarkdownPage(Path path, String text) {
  private static final Path ROOT = Path.of("..");
  private static final Pattern FENCE =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

  /** The README, the pages beside it, and all of docs. */
  static List<MarkdownPage> all() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> paths =
          Stream.concat(files, docs)
              .filter(path -> path.toString().endsWith(".md"))
              .sorted()
              .toList();
      for (Path path : paths) {
        pages.add(read(path));
      }
    }
    return pages;
  }

  static MarkdownPage read(Path path) throws IOException {
    return new MarkdownPage(path, Files.readString(path));
  }

  /** The fenced blocks in a language. */
  List<String> blocks(String language) {
    return FENCE
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The code in the cells of the columns with a heading. */
  List<String> cells(String heading) {
    List<String> code = new ArrayList<>();
    int column = -1;
    for (String line : prose().lines().toList()) {
      String[] cells = line.startsWith("|") ? line.substring(1).split(" \\| ?") : new String[0];
      if (cells.length == 0) {
        column = -1;
      } else if (column < 0) {
        column = indexOf(heading, cells);
      } else if (column < cells.length) {
        Matcher spans = CODE.matcher(cells[column]);
        while (spans.find()) {
          code.add(spans.group(1));
        }
      }
    }
    return code;
  }

  /** The spans of code outside fenced blocks. */
  List<String> code() {
    return CODE.matcher(prose()).results().map(span -> span.group(1)).toList();
  }

  /** Where a heading is among cells; beyond all of them if it is not. */
  private static int indexOf(String heading, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].replace("|", "").strip().equals(heading)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** The targets of the links that do not lead to another site. */
  List<String> links() {
    return LINK.matcher(prose())
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .toList();
  }

  /** The anchors that GitHub gives the headings. */
  List<String> anchors() {
    return HEADING
        .matcher(prose())
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }

  private String prose() {
    return FENCE.matcher(text).replaceAll("");
  }
}
