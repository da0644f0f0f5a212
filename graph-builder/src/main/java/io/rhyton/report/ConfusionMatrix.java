package io.rhyton.report;

import io.rhyton.data.DataException;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import io.rhyton.figure.Figure;
import io.rhyton.inference.Predictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A confusion matrix: the number of samples per actual and predicted class. Immutable.
 *
 * <p>Its text is a table with a row per actual class and a column per predicted class, followed by
 * precision, recall, F1 and support of each class.
 *
 * <pre>{@code
 * System.out.println(ConfusionMatrix.of(model, test, List.of("cat", "dog")));
 * }</pre>
 */
public final class ConfusionMatrix {
  private static final int MAX_CLASSES_IN_TEXT = 16;
  private static final int LETTERS = 6;

  private final List<String> classNames;
  private final long[][] counts;

  private ConfusionMatrix(List<String> classNames, long[][] counts) {
    this.classNames = List.copyOf(classNames);
    this.counts = counts;
  }

  /**
   * Classifies and counts all samples of a data set, or of the first pass of a batch source.
   *
   * @param model a model with one output, a row with one value per class
   * @param source samples or batches with integer or one-hot labels
   * @param classNames the class names, by class index
   * @throws IllegalArgumentException if the model has no such output, or another number of classes
   * @throws DataException if there are no samples, or their labels are not classes of the model
   */
  public static ConfusionMatrix of(Predictor model, Source source, List<String> classNames) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(classNames, "classNames");
    return Classification.of(model, source, classNames).matrix();
  }

  /**
   * Counts actual and predicted classes.
   *
   * @param actual the actual class index of each sample
   * @param predicted the predicted class index of each sample
   * @param classNames the class names, by class index
   * @throws IllegalArgumentException if there are no samples, the lengths differ, or a class index
   *     is out of range
   */
  public static ConfusionMatrix of(int[] actual, int[] predicted, List<String> classNames) {
    Arguments.requireNoNulls("classNames", classNames);
    Objects.requireNonNull(actual, "actual");
    Objects.requireNonNull(predicted, "predicted");
    if (actual.length == 0 || actual.length != predicted.length) {
      throw new IllegalArgumentException(
          "actual and predicted must have the same length, at least 1, got %d and %d"
              .formatted(actual.length, predicted.length));
    }
    int classes = classNames.size();
    long[][] counts = new long[classes][classes];
    for (int i = 0; i < actual.length; i++) {
      counts[checked(actual[i], i, classNames)][checked(predicted[i], i, classNames)]++;
    }
    return new ConfusionMatrix(classNames, counts);
  }

  private static int checked(int number, int sample, List<String> classNames) {
    if (number < 0 || number >= classNames.size()) {
      throw new IllegalArgumentException(
          "class indices must be from 0 to %d, got %d at sample %d; there are %d class names"
              .formatted(classNames.size() - 1, number, sample, classNames.size()));
    }
    return number;
  }

  /** The class names, by class index. */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * The number of samples of one class that are predicted as another.
   *
   * @throws IndexOutOfBoundsException if a class index is out of range
   */
  public long count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /**
   * The number of samples of a class.
   *
   * @throws IndexOutOfBoundsException if the class index is out of range
   */
  public long support(int actual) {
    return IntStream.range(0, classNames.size()).mapToLong(i -> counts[actual][i]).sum();
  }

  private long predicted(int predicted) {
    return IntStream.range(0, classNames.size()).mapToLong(i -> counts[i][predicted]).sum();
  }

  /** The number of samples. */
  public long size() {
    return IntStream.range(0, classNames.size()).mapToLong(this::support).sum();
  }

  /** The fraction of samples that are classified correctly. */
  public double accuracy() {
    long right = IntStream.range(0, classNames.size()).mapToLong(i -> counts[i][i]).sum();
    return (double) right / size();
  }

  /** Precision, recall and F1 of each class, by class index. */
  public List<ClassScores> scores() {
    List<ClassScores> scores = new ArrayList<>();
    for (int i = 0; i < classNames.size(); i++) {
      scores.add(ClassScores.of(classNames.get(i), counts[i][i], predicted(i), support(i)));
    }
    return scores;
  }

  /** The unweighted mean over the classes. */
  public ClassScores macroAverage() {
    return average("macro average", score -> 1.0 / classNames.size());
  }

  /** The mean over the classes, weighted by support. */
  public ClassScores weightedAverage() {
    double size = size();
    return average("weighted average", score -> score.support() / size);
  }

  private ClassScores average(String name, ToDoubleFunction<ClassScores> weight) {
    return new ClassScores(
        name,
        sum(score -> score.precision() * weight.applyAsDouble(score)),
        sum(score -> score.recall() * weight.applyAsDouble(score)),
        sum(score -> score.f1() * weight.applyAsDouble(score)),
        size());
  }

  private double sum(ToDoubleFunction<ClassScores> term) {
    return scores().stream().mapToDouble(term).sum();
  }

  /**
   * Plots the matrix, its cells shaded by their fraction of the row's samples.
   *
   * @param path ends in {@code .png} or {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws IOException if the file cannot be written; the message names it
   */
  public void plot(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    figure().write(path);
  }

  Figure figure() {
    return new MatrixDrawing(this).figure();
  }

  /**
   * Two tables: the number of samples of each class by predicted class, omitted if there are many
   * classes, and precision, recall, F1 and support of each class, as in scikit-learn's {@code
   * classification_report}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int names = width(classNames, "actual \\ predicted".length());
    if (classNames.size() <= MAX_CLASSES_IN_TEXT) {
      addCounts(text, names);
      text.append(System.lineSeparator());
    }
    String form = "%-" + names + "s %10s %10s %10s %10s%n";
    text.append(String.format(Locale.ROOT, form, "", "precision", "recall", "f1", "support"));
    List<ClassScores> rows = new ArrayList<>(scores());
    rows.add(macroAverage());
    rows.add(weightedAverage());
    for (ClassScores row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + names + "s %10.4f %10.4f %10.4f %10d%n",
              row.name(),
              row.precision(),
              row.recall(),
              row.f1(),
              row.support()));
    }
    return text.append(String.format(Locale.ROOT, "accuracy %.4f%n", accuracy())).toString();
  }

  private void addCounts(StringBuilder text, int names) {
    List<String> heads =
        classNames.stream()
            .map(name -> name.substring(0, Math.min(LETTERS, name.length())))
            .toList();
    int digits = Long.toString(size()).length();
    int width = 1 + width(heads, digits);
    text.append(String.format(Locale.ROOT, "%-" + names + "s", "actual \\ predicted"));
    heads.forEach(head -> text.append(String.format(Locale.ROOT, "%" + width + "s", head)));
    text.append(System.lineSeparator());
    for (int i = 0; i < classNames.size(); i++) {
      text.append(String.format(Locale.ROOT, "%-" + names + "s", classNames.get(i)));
      for (long count : counts[i]) {
        text.append(String.format(Locale.ROOT, "%" + width + "d", count));
      }
      text.append(System.lineSeparator());
    }
  }

  private static int width(List<String> texts, int least) {
    return Math.max(least, texts.stream().mapToInt(String::length).max().orElse(0));
  }
}
