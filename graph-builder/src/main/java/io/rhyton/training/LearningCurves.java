package io.rhyton.training;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/** The picture of a history: a panel for each metric, side by side, the loss first. */
final class LearningCurves {
  private static final int PANEL_WIDTH = 400;
  private static final int PANEL_HEIGHT = 300;
  private static final int MAX_COLUMNS = 3;
  private static final int PIXELS_PER_POINT = 2;

  private final List<MetricPanel> panels;
  private final String description;
  private final int rows;
  private final int columns;

  private LearningCurves(List<MetricPanel> panels, String description) {
    this.panels = panels;
    this.description = description;
    rows = (panels.size() + MAX_COLUMNS - 1) / MAX_COLUMNS;
    columns = (panels.size() + rows - 1) / rows;
  }

  static LearningCurves of(History history) {
    Set<String> names = new LinkedHashSet<>();
    if (history.metrics().contains("loss")) {
      names.add("loss");
    }
    for (String metric : history.metrics()) {
      names.add(
          metric.startsWith(MetricPanel.VALIDATION)
              ? metric.substring(MetricPanel.VALIDATION.length())
              : metric);
    }
    List<MetricPanel> panels = new ArrayList<>();
    for (String name : names) {
      panels.add(new MetricPanel(history, name));
    }
    String description = "Learning curves: " + String.join(", ", history.metrics());
    return new LearningCurves(panels, description);
  }

  byte[] png() throws IOException {
    BufferedImage image =
        new BufferedImage(
            width() * PIXELS_PER_POINT, height() * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
      paint(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  byte[] svg() throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    paint(graphics);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SVGProcessor()
        .getDocument(graphics.getCommands(), new PageSize(width(), height()))
        .writeTo(bytes);
    return titled(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Adds a title, since all text is drawn as outlines, which neither a search nor a screen reader
   * finds; and leaves out the document type, for which XML parsers would ask the network.
   */
  private String titled(String svg) {
    int root = svg.indexOf("<svg");
    int content = svg.indexOf('>', root) + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg.substring(root, content)
        + "<title>"
        + description.replace("&", "&amp;").replace("<", "&lt;")
        + "</title>"
        + svg.substring(content);
  }

  private int width() {
    return columns * PANEL_WIDTH;
  }

  private int height() {
    return rows * PANEL_HEIGHT;
  }

  private void paint(Graphics2D graphics) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width(), height());
    AffineTransform origin = graphics.getTransform();
    for (int i = 0; i < panels.size(); i++) {
      graphics.translate(i % columns * PANEL_WIDTH, i / columns * PANEL_HEIGHT);
      panels.get(i).paint(graphics, PANEL_WIDTH, PANEL_HEIGHT);
      graphics.setTransform(origin);
    }
  }
}
