package io.rhyton.data.collection;

import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.tensorflow.ndarray.Shape;

/**
 * Drawn colour pictures of ten simple shapes: data to train on when there is none at hand.
 *
 * <p>Each picture has one shape of random place, size, angle and colour on a shaded background,
 * under noise. The same seed gives the same bytes on every machine, and a sample does not depend on
 * how many are drawn; another seed gives other pictures, for instance to test with.
 */
public final class DrawnShapes {
  /** The names of the classes, in the order of their numbers. */
  public static final List<String> CLASSES =
      Arrays.stream(Figure.values()).map(figure -> figure.name().toLowerCase(Locale.ROOT)).toList();

  private static final int AREA = Drawing.SIDE * Drawing.SIDE;
  private static final int LENGTH = AREA * Drawing.CHANNELS;
  private static final int MOST = Integer.MAX_VALUE / LENGTH;

  private DrawnShapes() {}

  /**
   * Draws images of shape {@code [32, 32, 3]} with values from 0 to 255, and their class numbers.
   * The classes take turns, so each has its share of any stretch of samples.
   *
   * @param count how many, up to 699,050
   * @param seed chooses the pictures
   * @throws IllegalArgumentException if there would be none or too many
   */
  public static Dataset of(int count, long seed) {
    requireCount(count);
    byte[] pixels = new byte[count * LENGTH];
    draw(count, seed, (drawing, i) -> drawing.paint(pixels, i * LENGTH));
    int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
    return Dataset.images(Drawing.SIDE, Drawing.SIDE, Drawing.CHANNELS, pixels, labels);
  }

  /**
   * Draws the same images, each with labels of shape {@code [32, 32]} that say what its pixels
   * show: 0 is the background, 1 the first of {@link #CLASSES}.
   *
   * @param count how many, up to 699,050
   * @param seed chooses the pictures
   * @throws IllegalArgumentException if there would be none or too many
   */
  public static Dataset masked(int count, long seed) {
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
    return Dataset.join(
        Dataset.samples(shape.append(Drawing.CHANNELS), pixels),
        Dataset.classNumbers(shape, masks));
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
