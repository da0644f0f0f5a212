package io.rhyton.keras.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All unsupported parts of a configuration, so that they are reported together. */
public final class Findings {
  /** The number of findings shown; the rest is only counted. */
  private static final int MOST_SHOWN = 100;

  private final List<Finding> shown = new ArrayList<>();
  private int count;

  void add(Finding finding) {
    count++;
    if (shown.size() < MOST_SHOWN) {
      shown.add(finding);
    }
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** Returns the number of findings, and one line for each. */
  public String text() {
    return text("");
  }

  /** Returns the number of findings, with words that say of what, and one line for each. */
  public String text(String ofWhat) {
    String lines = reasons().stream().map(reason -> "\n  " + reason).collect(Collectors.joining());
    return (count == 1 ? "1 problem" : count + " problems") + ofWhat + ":" + lines;
  }

  /** Returns one line per finding. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(shown.stream().map(Finding::toString).toList());
    if (count > shown.size()) {
      reasons.add("and " + (count - shown.size()) + " more");
    }
    return List.copyOf(reasons);
  }
}
