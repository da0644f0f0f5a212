package io.rhyton.model;

import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.weight.WeightSpec;
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
    return edge
        + (" " + left(first, WIDTHS[0] - 2) + " ")
        + edge
        + (" " + left(second, WIDTHS[1] - 2) + " ")
        + edge
        + (" " + " ".repeat(Math.max(0, WIDTHS[2] - 2 - third.length())) + third + " ")
        + edge
        + "\n";
  }

  private static String left(String cell, int width) {
    return cell.length() > width
        ? cell.substring(0, width - 1) + "…"
        : cell + " ".repeat(width - cell.length());
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
