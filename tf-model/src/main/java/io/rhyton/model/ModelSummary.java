package io.rhyton.model;

import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.weight.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/**
 * The text of {@code model.summary()} as Keras prints it for a chain of layers. Source: {@code
 * keras/src/utils/summary_utils.py}, Keras 3.15.
 */
final class ModelSummary {
  private static final int[] WIDTHS = {33, 24, 15};
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

  private final ResolvedModel model;

  ModelSummary(ResolvedModel model) {
    this.model = model;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Model: \"").append(model.name()).append("\"\n");
    text.append(rule('┏', '━', '┳', '┓'));
    text.append(row('┃', "Layer (type)", "Output Shape", "Param #"));
    text.append(rule('┡', '━', '╇', '┩'));
    text.append(
        model.layers().stream()
            .filter(layer -> !(layer.layer() instanceof InputLayer))
            .map(ModelSummary::row)
            .collect(Collectors.joining(rule('├', '─', '┼', '┤'))));
    text.append(rule('└', '─', '┴', '┘'));
    text.append(total("Total", weight -> true));
    text.append(total("Trainable", WeightSpec::trainable));
    text.append(total("Non-trainable", weight -> !weight.trainable()));
    return text.toString();
  }

  private static String row(ResolvedLayer layer) {
    String type = layer.name() + " (" + layer.layer().typeName() + ")";
    String parameters = String.format(Locale.ROOT, "%,d", layer.parameterCount());
    return row('│', type, shapeText(layer.outputShape()), parameters);
  }

  /** Keras's spelling, in which an unknown size is {@code None}. */
  private static String shapeText(Shape shape) {
    return LongStream.of(shape.asArray())
        .mapToObj(size -> size == Shape.UNKNOWN_SIZE ? "None" : Long.toString(size))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String row(char edge, String first, String second, String third) {
    List<String> names = lines(first, WIDTHS[0] - 2);
    List<String> shapes = lines(second, WIDTHS[1] - 2);
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < Math.max(names.size(), shapes.size()); i++) {
      row.append(edge).append(' ').append(left(names, i, WIDTHS[0] - 2)).append(' ');
      row.append(edge).append(' ').append(left(shapes, i, WIDTHS[1] - 2)).append(' ');
      String count = i == 0 ? third : "";
      row.append(edge).append(" ".repeat(Math.max(1, WIDTHS[2] - 1 - count.length())));
      row.append(count).append(' ').append(edge).append('\n');
    }
    return row.toString();
  }

  /** Breaks a cell between words, and cuts off a word that has no room on a line of its own. */
  private static List<String> lines(String cell, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : cell.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line);
        line = "";
      }
      line = line.isEmpty() ? word : line + " " + word;
      if (line.length() > width) {
        line = line.substring(0, width - 1) + "…";
      }
    }
    lines.add(line);
    return lines;
  }

  private static String left(List<String> lines, int index, int width) {
    String line = index < lines.size() ? lines.get(index) : "";
    return line + " ".repeat(width - line.length());
  }

  private static String rule(char start, char line, char joint, char end) {
    List<String> lines = List.of(line(line, 0), line(line, 1), line(line, 2));
    return start + String.join(String.valueOf(joint), lines) + end + "\n";
  }

  private static String line(char character, int column) {
    return String.valueOf(character).repeat(WIDTHS[column]);
  }

  private String total(String what, Predicate<WeightSpec> which) {
    long parameters = model.weights().stream().filter(which).mapToLong(WeightSpec::size).sum();
    return String.format(
        Locale.ROOT, " %s params: %,d (%s)\n", what, parameters, bytes(parameters * Float.BYTES));
  }

  private static String bytes(long count) {
    double size = count;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", size, UNITS[unit]);
  }
}
