package io.rhyton.examples.programs.prediction;

import io.rhyton.error.ModelException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Reads image files as model inputs. */
final class ImagePixels {
  private ImagePixels() {}

  /**
   * Reads an image and resizes it with bilinear interpolation.
   *
   * @param shape height, width and channels: 3 for RGB, 1 for grayscale
   * @param factor factor by which pixel values from 0 to 255 are multiplied
   */
  static float[] read(Path file, Shape shape, double factor) throws IOException {
    long[] sizes = shape.asArray();
    boolean fits = sizes.length == 3 && Arrays.stream(sizes).allMatch(size -> size > 0);
    if (!fits || (sizes[2] != 1 && sizes[2] != 3)) {
      throw new ModelException(
          "Image '" + file + "'",
          "a model with input shape [height, width, 1 or 3]",
          "one with input shape " + Arrays.toString(sizes),
          "Use another model.");
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          "Image '" + file + "'", "an existing file", "no such file", "Check the path.");
    }
    @Nullable BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new ModelException(
          "Image '" + file + "'",
          "PNG, JPEG, GIF or BMP",
          "a file in another format",
          "Convert it first.");
    }
    return values(scaled(image, sizes), factor);
  }

  private static BufferedImage scaled(BufferedImage image, long[] sizes) {
    int type = sizes[2] == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage scaled = new BufferedImage((int) sizes[1], (int) sizes[0], type);
    Graphics2D graphics = scaled.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
    } finally {
      graphics.dispose();
    }
    return scaled;
  }

  private static float[] values(BufferedImage image, double factor) {
    int[] pixels =
        image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (pixels[i] * factor);
    }
    return values;
  }
}
