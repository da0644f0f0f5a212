package io.rhyton.picture;

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
 * Something drawn on white, to be written as PNG or as SVG. For Rhyton's own packages.
 *
 * @param width points
 * @param height points
 * @param description what it shows, for those who cannot see it
 * @param painter draws it
 */
public record Picture(int width, int height, String description, Consumer<Graphics2D> painter) {
  public static final int PIXELS_PER_POINT = 2;

  /** Checks the sizes. */
  public Picture {
    Arguments.requirePositive("width", width);
    Arguments.requirePositive("height", height);
  }

  /**
   * Writes it; the file appears whole or not at all.
   *
   * @param path ends in {@code .png}, for two pixels a point, or in {@code .svg}
   * @throws IllegalArgumentException if it ends otherwise
   * @throws IOException if the file cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    WholeFile.write(path, isPng(path) ? png() : svg());
  }

  /**
   * Whether a path ends in {@code .png}.
   *
   * @throws IllegalArgumentException if it ends neither in that nor in {@code .svg}
   */
  public static boolean isPng(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean png = name.endsWith(".png");
    if (!png && !name.endsWith(".svg")) {
      throw new IllegalArgumentException("path must end in .png or .svg, got " + path);
    }
    return png;
  }

  /** As PNG. */
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

  /** As SVG. */
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
   * Adds a title, since text may be drawn as outlines, which neither a search nor a screen reader
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

  private void paint(Graphics2D graphics) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    painter.accept(graphics);
  }
}
