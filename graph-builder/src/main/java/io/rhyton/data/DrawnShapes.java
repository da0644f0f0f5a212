package io.rhyton.data;

import io.rhyton.model.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

  private static final int LENGTH = Drawing.SIDE * Drawing.SIDE * Drawing.CHANNELS;
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
    Arguments.requirePositive("count", count);
    if (count > MOST) {
      throw new IllegalArgumentException("count must be <= " + MOST + ", got " + count);
    }
    Figure[] figures = Figure.values();
    byte[] pixels = new byte[count * LENGTH];
    int[] labels = new int[count];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              labels[i] = i % figures.length;
              Figure figure = figures[labels[i]];
              new Drawing(figure, SplitMix64.of(seed, i)).paint(pixels, i * LENGTH);
            });
    return Dataset.images(Drawing.SIDE, Drawing.SIDE, Drawing.CHANNELS, pixels, labels);
  }
}
