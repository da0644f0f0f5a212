package io.rhyton.keras.json;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything in one configuration that cannot be taken over, so that a user learns it at once. */
public final class Findings {
  /** More than anyone reads; the rest is counted. */
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

  /** How many there are, and one line for each. */
  public String text() {
    String lines = reasons().stream().map(reason -> "\n  " + reason).collect(Collectors.joining());
    return (count == 1 ? "1 problem:" : count + " problems:") + lines;
  }

  /** One line for each. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>(shown.stream().map(Finding::toString).toList());
    if (count > shown.size()) {
      reasons.add("and " + (count - shown.size()) + " more");
    }
    return List.copyOf(reasons);
  }
}
