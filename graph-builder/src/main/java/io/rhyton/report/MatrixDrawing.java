package io.rhyton.report;

import io.rhyton.figure.Figure;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.List;

/** A plot of a confusion matrix. */
final class MatrixDrawing {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  private static final Font BOLD = FONT.deriveFont(Font.BOLD, 12);
  private static final Color INK = new Color(0x333333);
  private static final Color BLUE = new Color(0x0072B2);
  private static final int CELL = 44;
  private static final int GAP = 2;
  private static final int MARGIN = 14;
  private static final int TITLE = 20;

  private final ConfusionMatrix matrix;
  private final int classes;
  private final int names;

  MatrixDrawing(ConfusionMatrix matrix) {
    this.matrix = matrix;
    this.classes = matrix.classNames().size();
    FontRenderContext context = new FontRenderContext(new AffineTransform(), true, true);
    double longest =
        matrix.classNames().stream()
            .mapToDouble(name -> FONT.getStringBounds(name, context).getWidth())
            .max()
            .orElse(0);
    this.names = (int) longest + GAP * 4;
  }

  Figure figure() {
    int side = classes * CELL;
    return new Figure(
        MARGIN * 2 + TITLE + names + side,
        MARGIN * 2 + TITLE + names + side,
        "Confusion matrix of " + String.join(", ", matrix.classNames()),
        this::paint);
  }

  private void paint(Graphics2D graphics) {
    int left = MARGIN + TITLE + names;
    int top = MARGIN + TITLE + names;
    int side = classes * CELL;
    graphics.setColor(INK);
    graphics.setFont(BOLD);
    center(graphics, "predicted", left + side / 2, MARGIN + TITLE / 2);
    rotated(graphics, MARGIN + TITLE / 2, top + side / 2, () -> center(graphics, "actual", 0, 0));
    graphics.setFont(FONT);
    List<String> all = matrix.classNames();
    for (int i = 0; i < classes; i++) {
      int middle = i * CELL + CELL / 2;
      String name = all.get(i);
      int width = graphics.getFontMetrics().stringWidth(name);
      graphics.drawString(name, left - GAP * 3 - width, top + middle + baseline(graphics));
      rotated(
          graphics,
          left + middle,
          top - GAP * 3,
          () -> graphics.drawString(name, 0, baseline(graphics)));
    }
    for (int row = 0; row < classes; row++) {
      for (int column = 0; column < classes; column++) {
        cell(graphics, left + column * CELL, top + row * CELL, row, column);
      }
    }
  }

  private void cell(Graphics2D graphics, int x, int y, int row, int column) {
    long count = matrix.count(row, column);
    double share = matrix.support(row) == 0 ? 0 : (double) count / matrix.support(row);
    graphics.setColor(shade(share));
    graphics.fillRect(x, y, CELL - GAP, CELL - GAP);
    graphics.setColor(share > 0.5 ? Color.WHITE : INK);
    if (count > 0) {
      center(graphics, Long.toString(count), x + (CELL - GAP) / 2, y + (CELL - GAP) / 2);
    }
  }

  /** From almost white to blue; the square root makes small fractions visible. */
  private static Color shade(double share) {
    double depth = 0.04 + 0.96 * Math.sqrt(share);
    return new Color(
        channel(depth, BLUE.getRed()),
        channel(depth, BLUE.getGreen()),
        channel(depth, BLUE.getBlue()));
  }

  private static int channel(double depth, int value) {
    return (int) Math.round(255 - depth * (255 - value));
  }

  private static void center(Graphics2D graphics, String text, int x, int y) {
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, x - width / 2, y + baseline(graphics));
  }

  private static int baseline(Graphics2D graphics) {
    return graphics.getFontMetrics().getAscent() * 2 / 5;
  }

  /** Draws at a position, rotated by 90 degrees counterclockwise. */
  private static void rotated(Graphics2D graphics, int x, int y, Runnable draw) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.rotate(-Math.PI / 2);
    draw.run();
    graphics.setTransform(before);
  }
}
