package io.rhyton.report;

import io.rhyton.data.Dataset;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.tensorflow.ndarray.Shape;

/**
 * The pictures of some samples. Values from 0 to 1 and from 0 to 255 are shown as they are, others
 * from the lowest, which is black, to the highest.
 */
final class SampleImages {
  private static final int BYTE = 255;

  private final Dataset data;
  private final double low;
  private final double high;

  private SampleImages(Dataset data, double low, double high) {
    this.data = data;
    this.low = low;
    this.high = high;
  }

  /** Whether samples are pictures, in grey or in colour. */
  static boolean are(Dataset data) {
    if (data.inputs().size() != 1) {
      return false;
    }
    Shape shape = data.shape();
    return shape.numDimensions() == 3 && (shape.get(2) == 1 || shape.get(2) == 3);
  }

  static SampleImages of(Dataset data, List<Integer> samples) {
    double low = 0;
    double high = 0;
    for (int sample : samples) {
      for (float value : data.input(sample)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    boolean usual = low == 0 && high <= BYTE;
    return new SampleImages(data, low, usual ? (high <= 1 ? 1 : BYTE) : high);
  }

  BufferedImage image(int sample) {
    float[] values = data.input(sample);
    int height = (int) data.shape().get(0);
    int width = (int) data.shape().get(1);
    int channels = (int) data.shape().get(2);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < height * width; i++) {
      int red = level(values[i * channels]);
      int green = channels == 1 ? red : level(values[i * channels + 1]);
      int blue = channels == 1 ? red : level(values[i * channels + 2]);
      image.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
    }
    return image;
  }

  private int level(float value) {
    double share = (value - low) / (high - low);
    return (int) Math.round(BYTE * Math.min(1, Math.max(0, share)));
  }

  byte[] png(int sample) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(sample), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
