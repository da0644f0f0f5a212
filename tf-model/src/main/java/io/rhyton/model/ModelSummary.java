package io.rhyton.model;

import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.weight.WeightSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;

/**
 * The text of {@code model.summary()} as Keras prints it on an 80-column terminal, with an
 * additional column for models that branch. Source: {@code keras/src/utils/summary_utils.py}, Keras
 * 3.15.
 */
final class ModelSummary {
  private static final int[] CHAIN_WIDTHS = {33, 24, 15};
  private static final int[] BRANCHES_WIDTHS = {21, 19, 12, 19};
  private static final int PARAMETERS = 2;
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

  private final ResolvedModel model;
  private final boolean branches;
  private final int[] widths;
  private final Map<String, List<ResolvedCall>> calls;

  ModelSummary(ResolvedModel model) {
    this.model = model;
    this.branches = hasBranches(model);
    this.widths = branches ? BRANCHES_WIDTHS : CHAIN_WIDTHS;
    this.calls = model.calls().stream().collect(Collectors.groupingBy(ResolvedCall::layer));
  }

  private static boolean hasBranches(ResolvedModel model) {
    boolean chain = model.calls().size() == model.layers().size();
    Set<LayerOutput> read = new HashSet<>();
    for (ResolvedCall call : model.calls()) {
      chain &= call.inputs().size() <= 1;
      chain &= call.inputs().stream().allMatch(read::add);
    }
    return !chain || model.inputs().size() > 1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Model: \"").append(model.name()).append("\"\n");
    text.append(rule('┏', '━', '┳', '┓'));
    text.append(row('┃', List.of("Layer (type)", "Output Shape", "Param #", "Connected to")));
    text.append(rule('┡', '━', '╇', '┩'));
    text.append(
        model.layers().stream()
            .filter(this::isListed)
            .map(this::row)
            .collect(Collectors.joining(rule('├', '─', '┼', '┤'))));
    text.append(rule('└', '─', '┴', '┘'));
    text.append(total("Total", weight -> true));
    text.append(total("Trainable", WeightSpec::trainable));
    text.append(total("Non-trainable", weight -> !weight.trainable()));
    return text.toString();
  }

  /** Keras hides the input layer of a sequential model, but lists those of functional models. */
  private boolean isListed(ResolvedLayer layer) {
    return model.type() == ModelType.FUNCTIONAL || !(layer.layer() instanceof InputLayer);
  }

  private String row(ResolvedLayer layer) {
    String type = layer.name() + " (" + layer.layer().typeName() + ")";
    String parameters = String.format(Locale.ROOT, "%,d", layer.parameterCount());
    return row(
        '│', List.of(type, shapesText(layer.outputShapes()), parameters, connections(layer)));
  }

  private String connections(ResolvedLayer layer) {
    String sources =
        calls.getOrDefault(layer.name(), List.of()).stream()
            .sorted(Comparator.comparing(ResolvedCall::call))
            .flatMap(call -> call.inputs().stream())
            .map(LayerOutput::toString)
            .collect(Collectors.joining(", "));
    return sources.isEmpty() ? "-" : sources;
  }

  private static String shapesText(List<Shape> shapes) {
    return shapes.size() == 1
        ? shapeText(shapes.get(0))
        : shapes.stream().map(ModelSummary::shapeText).toList().toString();
  }

  /** Keras's notation, with {@code None} for an unknown size. */
  private static String shapeText(Shape shape) {
    return LongStream.of(shape.asArray())
        .mapToObj(size -> size == Shape.UNKNOWN_SIZE ? "None" : Long.toString(size))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String row(char edge, List<String> texts) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int column = 0; column < widths.length; column++) {
      cells.add(lines(texts.get(column), widths[column] - 2));
      height = Math.max(height, cells.get(column).size());
    }
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < height; i++) {
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = cells.get(column);
        String line = i < cell.size() ? cell.get(i) : "";
        String space = " ".repeat(widths[column] - 2 - line.length());
        row.append(edge).append(' ');
        row.append(column == PARAMETERS ? space + line : line + space).append(' ');
      }
      row.append(edge).append('\n');
    }
    return row.toString();
  }

  /** Wraps a cell at word boundaries, and truncates a word that is longer than a line. */
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

  private String rule(char start, char line, char joint, char end) {
    String between = String.valueOf(joint);
    return IntStream.of(widths)
        .mapToObj(width -> String.valueOf(line).repeat(width))
        .collect(Collectors.joining(between, String.valueOf(start), end + "\n"));
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
    // Python rounds half to even.
    return new BigDecimal(size).setScale(2, RoundingMode.HALF_EVEN) + " " + UNITS[unit];
  }
}
