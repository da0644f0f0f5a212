package io.rhyton.report;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.error.Arguments;
import io.rhyton.figure.Figure;
import io.rhyton.inference.Predictor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The misclassified samples with the highest predicted probabilities, highest first.
 *
 * @param data the samples
 * @param list the misclassified ones
 */
public record Misclassifications(Dataset data, List<Misclassification> list) {
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
  private static final Color INK = new Color(0x333333);
  private static final Color WRONG = new Color(0xB34700);
  private static final int COLUMNS = 6;
  private static final int SIDE = 96;
  private static final int GAP = 10;
  private static final int LINE = 13;
  private static final int PITCH_X = SIDE + GAP;
  private static final int PITCH_Y = SIDE + 2 * LINE + GAP;

  public Misclassifications {
    Objects.requireNonNull(data, "data");
    list = Arguments.copyOf("list", list);
  }

  /**
   * Classifies every sample and keeps the worst mistakes.
   *
   * @param model a model with one output, a row with one value per class
   * @param data samples with integer or one-hot labels
   * @param classNames the class names, by class index
   * @param count the maximum number of mistakes to keep, at least 1
   * @throws IllegalArgumentException if the model has no such output, or another number of classes
   * @throws DataException if there are no samples, or their labels are not classes of the model
   */
  public static Misclassifications of(
      Predictor model, Dataset data, List<String> classNames, int count) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(classNames, "classNames");
    Arguments.requirePositive("count", count);
    return new Misclassifications(
        data, Classification.of(model, data, classNames).misclassifications(count));
  }

  /**
   * Plots each image with its actual class, its predicted class and the probability of the latter.
   *
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path has another extension, or the samples are not
   *     grayscale or RGB images
   * @throws IllegalStateException if there are no mistakes
   * @throws IOException if the file cannot be written; the message names it
   */
  public void plot(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    if (!SampleImages.areImages(data)) {
      throw new IllegalArgumentException(
          "samples must be images [height, width, 1 or 3], got " + data);
    }
    if (list.isEmpty()) {
      throw new IllegalStateException("there are no mistakes to plot");
    }
    int columns = Math.min(COLUMNS, list.size());
    int rows = (list.size() + columns - 1) / columns;
    new Figure(
            columns * PITCH_X + GAP, rows * PITCH_Y + GAP, list.size() + " mistakes", this::paint)
        .write(path);
  }

  private void paint(Graphics2D graphics) {
    SampleImages images =
        SampleImages.of(data, list.stream().map(Misclassification::sample).toList());
    graphics.setFont(FONT);
    for (int i = 0; i < list.size(); i++) {
      Misclassification mistake = list.get(i);
      int x = GAP + i % COLUMNS * PITCH_X;
      int y = GAP + i / COLUMNS * PITCH_Y;
      graphics.drawImage(images.image(mistake.sample()), x, y, SIDE, SIDE, null);
      graphics.setColor(INK);
      graphics.drawString(mistake.actual(), x, y + SIDE + LINE - 2);
      graphics.setColor(WRONG);
      graphics.drawString(
          String.format(
              Locale.ROOT, "%s %.0f %%", mistake.predicted(), 100 * mistake.probability()),
          x,
          y + SIDE + 2 * LINE - 2);
    }
  }

  /** One line per mistake. */
  @Override
  public String toString() {
    return list.isEmpty()
        ? "no mistakes"
        : list.stream().map(Misclassification::toString).collect(Collectors.joining("\n"));
  }
}
