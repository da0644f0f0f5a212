package io.rhyton.picture;

import io.rhyton.data.DataException;
import io.rhyton.model.shape.ShapeText;
import java.awt.image.BufferedImage;
import org.tensorflow.ndarray.Shape;

/**
 * Makes pictures of the numbers of images. For Rhyton's own packages.
 *
 * @param shape height, width and channels
 * @param black what is shown as black
 * @param white what is shown as white
 */
public record TilePainter(Shape shape, float black, float white) {

  /**
   * Shows the range that the values of some images are in: a byte's, that from 0 to 1, or else from
   * their least value to their greatest.
   *
   * @throws DataException if the images have neither one channel nor three
   */
  public static TilePainter of(Shape shape, float[] images) {
    if (shape.get(2) != 1 && shape.get(2) != 3) {
      throw new DataException(
          "Sample page",
          "images of 1 or 3 channels",
          ShapeText.of(shape),
          "Choose the channels to look at.");
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

  /** A picture of one of some images. */
  public BufferedImage paint(float[] images, int index) {
    int height = (int) shape.get(0);
    int width = (int) shape.get(1);
    int channels = (int) shape.get(2);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int at = index * height * width * channels;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
          rgb = rgb << 8 | shade(images[at + Math.min(channel, channels - 1)]);
        }
        picture.setRGB(x, y, rgb);
        at += channels;
      }
    }
    return picture;
  }

  private int shade(float value) {
    return Math.round(255 * Math.min(1, Math.max(0, (value - black) / (white - black))));
  }
}
