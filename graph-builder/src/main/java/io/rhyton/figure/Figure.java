package io.rhyton.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import io.rhyton.error.Arguments;
import io.rhyton.file.WholeFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A drawing on a white background, to be written as PNG or SVG. Internal to Rhyton.
 *
 * @param width the width in points
 * @param height the height in points
 * @param description a textual description, for accessibility
 * @param painter draws the content
 */
public record Figure(int width, int height, String description, Consumer<Graphics2D> painter) {
  public static final int PIXELS_PER_POINT = 2;

  public Figure {
    Arguments.requirePositive("width", width);
    Arguments.requirePositive("height", height);
  }

  /**
   * Writes the drawing atomically.
   *
   * @param path ends in {@code .png}, for two pixels per point, or in {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws IOException if the file cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    WholeFile.write(path, isPng(path) ? png() : svg());
  }

  /**
   * Whether a path ends in {@code .png}.
   *
   * @throws IllegalArgumentException if it ends in neither {@code .png} nor {@code .svg}
   */
  public static boolean isPng(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean png = name.endsWith(".png");
    if (!png && !name.endsWith(".svg")) {
      throw new IllegalArgumentException("path must end in .png or .svg, got " + path);
    }
    return png;
  }

  /** The drawing as PNG. */
  public byte[] png() throws IOException {
    BufferedImage image =
        new BufferedImage(
            width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paint(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** The drawing as SVG. */
  public byte[] svg() throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    paint(graphics);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SVGProcessor()
        .getDocument(graphics.getCommands(), new PageSize(width, height))
        .writeTo(bytes);
    return titled(bytes.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Adds a title, since text may be drawn as outlines, which are invisible to search and screen
   * readers; and omits the document type, which XML parsers would fetch over the network.
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

  private void paint(Graphics2D graphics) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    painter.accept(graphics);
  }
}
