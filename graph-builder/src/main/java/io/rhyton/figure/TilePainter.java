package io.rhyton.figure;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.ShapeText;
import java.awt.image.BufferedImage;
import org.tensorflow.ndarray.Shape;

/**
 * Renders image tensors as tiles of a figure.
 *
 * @param shape height, width and channels
 * @param black the value shown as black
 * @param white the value shown as white
 */
public record TilePainter(Shape shape, float black, float white) {

  /**
   * Chooses the value range that contains all values: 0 to 1, 0 to 255, or otherwise from their
   * minimum to their maximum.
   *
   * @throws DataException if the images have neither one nor three channels
   */
  public static TilePainter of(Shape shape, float[] images) {
    if (shape.get(2) != 1 && shape.get(2) != 3) {
      throw new DataException(
          "Sample page",
          "images of 1 or 3 channels",
          ShapeText.of(shape),
          "Choose the channels to show.");
    }
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : images) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if (least >= 0 && greatest <= 255) {
      return new TilePainter(shape, 0, greatest <= 1 ? 1 : 255);
    }
    return new TilePainter(shape, least, greatest);
  }

  /** Renders one of several images. */
  public BufferedImage paint(float[] images, int index) {
    int height = (int) shape.get(0);
    int width = (int) shape.get(1);
    int channels = (int) shape.get(2);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int at = index * height * width * channels;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
          rgb = rgb << 8 | shade(images[at + Math.min(channel, channels - 1)]);
        }
        image.setRGB(x, y, rgb);
        at += channels;
      }
    }
    return image;
  }

  private int shade(float value) {
    return Math.round(255 * Math.min(1, Math.max(0, (value - black) / (white - black))));
  }
}
