package io.rhyton.datasets;

import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/**
 * A synthetic data set: color images of ten simple shapes.
 *
 * <p>Each image shows one shape of random position, size, angle and color on a shaded background,
 * with noise. The same seed gives the same bytes on every machine, and a sample does not depend on
 * the number of samples; another seed gives other images, for instance for a test set.
 */
public final class SyntheticShapes {
  /** The class names, by class index. */
  public static final List<String> CLASSES =
      Arrays.stream(Figure.values()).map(figure -> figure.name().toLowerCase(Locale.ROOT)).toList();

  private static final int AREA = Drawing.SIDE * Drawing.SIDE;
  private static final int LENGTH = AREA * Drawing.CHANNELS;
  private static final int MOST = Integer.MAX_VALUE / LENGTH;

  private SyntheticShapes() {}

  /**
   * Generates images of shape {@code [32, 32, 3]} with values from 0 to 255, and their integer
   * labels. The classes alternate, so that any range of samples is balanced.
   *
   * @param count the number of images, at most 699,050
   * @param seed the random seed
   * @throws IllegalArgumentException if {@code count} is out of range
   */
  public static Dataset dataset(int count, long seed) {
    requireCount(count);
    byte[] pixels = new byte[count * LENGTH];
    draw(count, seed, (drawing, i) -> drawing.paint(pixels, i * LENGTH));
    int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
    return Dataset.images(Drawing.SIDE, Drawing.SIDE, Drawing.CHANNELS, pixels, labels);
  }

  /**
   * Generates the same images with segmentation masks as labels, of shape {@code [32, 32]}: 0 is
   * the background, 1 the first of {@link #CLASSES}.
   *
   * @param count the number of images, at most 699,050
   * @param seed the random seed
   * @throws IllegalArgumentException if {@code count} is out of range
   */
  public static Dataset withMasks(int count, long seed) {
    requireCount(count);
    byte[] pixels = new byte[count * LENGTH];
    int[] masks = new int[count * AREA];
    draw(
        count,
        seed,
        (drawing, i) -> {
          drawing.paint(pixels, i * LENGTH);
          drawing.mark(masks, i * AREA, 1 + i % CLASSES.size());
        });
    Shape shape = Shape.of(Drawing.SIDE, Drawing.SIDE);
    return Dataset.zip(
        Dataset.samples(shape.append(Drawing.CHANNELS), pixels),
        Dataset.classIndices(shape, masks));
  }

  private static void requireCount(int count) {
    Arguments.requirePositive("count", count);
    if (count > MOST) {
      throw new IllegalArgumentException("count must be <= " + MOST + ", got " + count);
    }
  }

  private static void draw(int count, long seed, ObjIntConsumer<Drawing> use) {
    Figure[] figures = Figure.values();
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> use.accept(new Drawing(figures[i % figures.length], SplitMix64.of(seed, i)), i));
  }
}
