package io.rhyton.examples.programs.segmentation;

import io.rhyton.data.Dataset;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.tensorflow.ndarray.FloatNdArray;

/** A grid with one column per sample: the image, its true mask and the predicted mask. */
final class MaskGrid {
  private static final int SIDE = 32;
  private static final int SCALE = 4;
  private static final int GAP = 2;
  private static final int PITCH = SCALE * (SIDE + GAP);

  private final BufferedImage image;
  private final int classes;

  private MaskGrid(int samples, int classes) {
    this.image =
        new BufferedImage(
            samples * PITCH - SCALE * GAP, 3 * PITCH - SCALE * GAP, BufferedImage.TYPE_INT_RGB);
    this.classes = classes;
    image.createGraphics().fillRect(0, 0, image.getWidth(), image.getHeight());
  }

  /**
   * Writes the grid to a PNG file.
   *
   * @param samples images with values from 0 to 1, labeled with the class index of each pixel; 0 is
   *     the background
   * @param predictions class probabilities, {@code [samples, height, width, classes]}
   * @param file the file to write
   */
  static void write(Dataset samples, FloatNdArray predictions, Path file) throws IOException {
    MaskGrid grid = new MaskGrid(samples.size(), (int) predictions.shape().get(3));
    for (int i = 0; i < samples.size(); i++) {
      grid.add(i, samples, predictions.get(i));
    }
    ImageIO.write(grid.image, "png", file.toFile());
  }

  private void add(int column, Dataset samples, FloatNdArray prediction) {
    float[] image = samples.input().values(column);
    long[] mask = new long[SIDE * SIDE];
    samples.label().copyClassIndices(column, mask, 0);
    tile(column, 0, i -> new Color(image[3 * i], image[3 * i + 1], image[3 * i + 2]).getRGB());
    tile(column, 1, i -> color((int) mask[i]));
    tile(column, 2, i -> color(mostLikely(prediction.get(i / SIDE, i % SIDE))));
  }

  private void tile(int column, int row, IntUnaryOperator color) {
    for (int y = 0; y < SCALE * SIDE; y++) {
      for (int x = 0; x < SCALE * SIDE; x++) {
        image.setRGB(
            column * PITCH + x, row * PITCH + y, color.applyAsInt(y / SCALE * SIDE + x / SCALE));
      }
    }
  }

  /** Returns black for the background and a different hue for each other class. */
  private int color(int classIndex) {
    return classIndex == 0
        ? Color.BLACK.getRGB()
        : Color.HSBtoRGB((classIndex - 1f) / (classes - 1), 1, 1);
  }

  private int mostLikely(FloatNdArray probabilities) {
    return IntStream.range(1, classes)
        .reduce(
            0, (best, i) -> probabilities.getFloat(i) > probabilities.getFloat(best) ? i : best);
  }
}
