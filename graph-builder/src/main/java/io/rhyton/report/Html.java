package io.rhyton.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is also well-formed XML. All text and attributes are escaped, so that nothing in
 * data, names or settings is interpreted as HTML.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes alternating names and values
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

  /** Ends the innermost open element. */
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

  /** Adds an element that contains text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Adds a trusted style sheet, which must need no escaping: HTML and XML differ there. */
  Html style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet must contain neither < nor &");
    }
    out.append("<style>").append(css).append("</style>\n");
    return this;
  }

  /** Adds an empty element. */
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

  /** XML allows neither control characters nor unpaired surrogates. */
  private static boolean isXml(int c) {
    return (c >= 0x20 && c < 0xd800) || (c > 0xdfff && c != 0xfffe && c != 0xffff);
  }

  /** The document. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements " + open + " are not closed");
    }
    return out.toString();
  }
}
