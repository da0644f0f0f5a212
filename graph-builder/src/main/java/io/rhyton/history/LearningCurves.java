package io.rhyton.history;

import io.rhyton.error.Arguments;
import io.rhyton.figure.Figure;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The learning curves of one or several histories: one panel per metric, side by side, the loss
 * first.
 */
public final class LearningCurves {
  private static final int PANEL_WIDTH = 400;
  private static final int PANEL_HEIGHT = 300;
  private static final int MAX_COLUMNS = 3;

  private final List<MetricPanel> panels;
  private final int rows;
  private final int columns;
  private final Figure figure;

  private LearningCurves(List<MetricPanel> panels, String description) {
    this.panels = panels;
    rows = (panels.size() + MAX_COLUMNS - 1) / MAX_COLUMNS;
    columns = (panels.size() + rows - 1) / rows;
    figure = new Figure(columns * PANEL_WIDTH, rows * PANEL_HEIGHT, description, this::paint);
  }

  static LearningCurves of(History history) {
    List<String> metrics = history.metrics();
    return of(metrics, "Learning curves: ", metric -> new MetricPanel(history, metric));
  }

  /**
   * The curves of several training runs, each in its own color: validation if there was any,
   * otherwise training.
   *
   * @param runs the histories by run name, in order
   * @throws IllegalArgumentException if there are none
   * @throws IllegalStateException if one of them has no completed epoch
   */
  public static LearningCurves of(Map<String, History> runs) {
    Arguments.requireNoNulls("runs", runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs must not be empty");
    }
    Set<String> metrics = new LinkedHashSet<>();
    runs.values().forEach(History::last);
    runs.values().forEach(history -> metrics.addAll(history.metrics()));
    String description = "Learning curves of " + String.join(", ", runs.keySet()) + ": ";
    return of(List.copyOf(metrics), description, metric -> new MetricPanel(runs, metric));
  }

  private static LearningCurves of(
      List<String> metrics, String description, Function<String, MetricPanel> panel) {
    Set<String> names = new LinkedHashSet<>();
    if (metrics.contains("loss")) {
      names.add("loss");
    }
    for (String metric : metrics) {
      names.add(
          metric.startsWith(MetricPanel.VALIDATION)
              ? metric.substring(MetricPanel.VALIDATION.length())
              : metric);
    }
    List<MetricPanel> panels = new ArrayList<>();
    for (String name : names) {
      panels.add(panel.apply(name));
    }
    return new LearningCurves(panels, description + String.join(", ", metrics));
  }

  /**
   * Writes the plot. The file is written atomically; missing directories are created.
   *
   * @param path ends in {@code .png}, for 800 × 600 pixels per panel, or in {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws IOException if the file cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    figure.write(path);
  }

  byte[] png() throws IOException {
    return figure.png();
  }

  byte[] svg() throws IOException {
    return figure.svg();
  }

  private void paint(Graphics2D graphics) {
    AffineTransform origin = graphics.getTransform();
    for (int i = 0; i < panels.size(); i++) {
      graphics.translate(i % columns * PANEL_WIDTH, i / columns * PANEL_HEIGHT);
      panels.get(i).paint(graphics, PANEL_WIDTH, PANEL_HEIGHT);
      graphics.setTransform(origin);
    }
  }
}
