package io.rhyton.report;

import io.rhyton.data.Dataset;
import io.rhyton.figure.TilePainter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.tensorflow.ndarray.Shape;

/** Renders samples as images, all with the same value range. */
final class SampleImages {
  private final Dataset data;
  private final TilePainter painter;

  private SampleImages(Dataset data, TilePainter painter) {
    this.data = data;
    this.painter = painter;
  }

  /** Whether the samples are grayscale or RGB images. */
  static boolean areImages(Dataset data) {
    if (data.inputs().size() != 1) {
      return false;
    }
    Shape shape = data.input().shape();
    return shape.numDimensions() == 3 && (shape.get(2) == 1 || shape.get(2) == 3);
  }

  static SampleImages of(Dataset data, List<Integer> samples) {
    int length = (int) data.input().shape().size();
    float[] values = new float[samples.size() * length];
    for (int i = 0; i < samples.size(); i++) {
      data.input().copy(samples.get(i), values, i * length);
    }
    return new SampleImages(data, TilePainter.of(data.input().shape(), values));
  }

  BufferedImage image(int sample) {
    return painter.paint(data.input().values(sample), 0);
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
