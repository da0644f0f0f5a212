package io.rhyton.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is XML too, element by element. All text and every attribute is escaped, so that
 * nothing in data, names or settings is taken for HTML.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes name after value after name
   */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  /** Ends the element that was begun last. */
  Html close() {
    String tag = open.pop();
    out.append("</").append(tag).append('>');
    if (!tag.equals("span")) {
      out.append('\n');
    }
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** An element with text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** A style sheet of our own, in which HTML escapes nothing and XML has nothing to escape. */
  Html style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet must have no < and no &");
    }
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** An element without anything in it. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\t', '\n', '\r' -> out.append((char) c);
      default -> out.appendCodePoint(isXml(c) ? c : '\ufffd');
    }
  }

  /** XML knows no control characters and no halves of a pair. */
  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0xd800) || (c > 0xdfff && c != 0xfffe && c != 0xffff);
  }

  /** All that was written. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements " + open + " are not closed");
    }
    return out.toString();
  }
}
