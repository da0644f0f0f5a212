package io.rhyton.report;

import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * What a model makes of labelled samples, each of one class. Immutable.
 *
 * <p>A model with one output tells two classes apart, the second from 0.5 on. Outputs that are no
 * probabilities, as those of a model that is trained {@code fromLogits}, are made such by softmax,
 * or by sigmoid if there is one.
 */
public final class Classification {
  private static final double SUM_TOLERANCE = 1e-2;

  private final List<String> classNames;
  private final int[] actual;
  private final int[] predicted;
  private final double[] probabilities;

  private Classification(List<String> classNames, int[] actual, float[][] rows) {
    this.classNames = List.copyOf(classNames);
    this.actual = actual;
    this.predicted = new int[actual.length];
    this.probabilities = new double[actual.length];
    boolean areProbabilities = Stream.of(rows).allMatch(Classification::areProbabilities);
    for (int i = 0; i < rows.length; i++) {
      predict(i, rows[i], areProbabilities);
    }
  }

  /**
   * Predicts every sample.
   *
   * @param model has one output, a row of a number for each class
   * @param data samples with class numbers or one-hot rows
   * @param classNames the names of the classes, in the order of their numbers
   * @throws IllegalArgumentException if the model has no such output, or another number of classes
   * @throws DataException if there are no samples, or their labels are no classes of the model
   */
  public static Classification of(Predictor model, Dataset data, List<String> classNames) {
    int classes = classes(model, classNames);
    int[] actual = classNumbers(data, classes);
    return new Classification(classNames, actual, rows(model.predict(data)));
  }

  /**
   * Predicts every sample of the first pass of a source, batch by batch.
   *
   * @param model has one output, a row of a number for each class
   * @param source batches with class numbers or one-hot rows
   * @param classNames the names of the classes, in the order of their numbers
   * @throws IllegalArgumentException if the model has no such output, or another number of classes
   * @throws DataException if there are no samples, or their labels are no classes of the model
   */
  public static Classification of(Predictor model, BatchSource source, List<String> classNames) {
    int classes = classes(model, classNames);
    IntStream.Builder actual = IntStream.builder();
    List<float[]> rows = new ArrayList<>();
    try (Stream<Dataset> batches = source.pass(1)) {
      Iterator<Dataset> all = batches.iterator();
      for (int number = 1; all.hasNext(); number++) {
        Dataset batch = all.next();
        try {
          Arrays.stream(classNumbers(batch, classes)).forEach(actual);
          rows.addAll(Arrays.asList(rows(model.predict(batch))));
        } catch (DataException e) {
          String where = e.where() + ", batch " + number + " of pass 1";
          throw new DataException(where, e.expected(), e.received(), e.fix(), e);
        }
      }
    }
    if (rows.isEmpty()) {
      throw wrong("samples to predict", "none", "Give at least one.");
    }
    return new Classification(classNames, actual.build().toArray(), rows.toArray(float[][]::new));
  }

  private static int classes(Predictor model, List<String> classNames) {
    Shape output = model.outputShape();
    if (output.numDimensions() != 2) {
      throw new IllegalArgumentException("model must put out a row of numbers, got " + output);
    }
    int outputs = (int) output.get(1);
    int classes = outputs == 1 ? 2 : outputs;
    requireNames(classes, classNames);
    return classes;
  }

  private static float[][] rows(FloatNdArray outcome) {
    float[][] rows = new float[(int) outcome.shape().get(0)][(int) outcome.shape().get(1)];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = outcome.getFloat(i, j);
      }
    }
    return rows;
  }

  static void requireNames(int classes, List<String> classNames) {
    if (classNames.size() != classes) {
      throw new IllegalArgumentException(
          "classNames must be %d, one for each class, got %d: %s"
              .formatted(classes, classNames.size(), classNames));
    }
  }

  private static int[] classNumbers(Dataset data, int classes) {
    if (data.size() == 0) {
      throw wrong("samples to predict", "none", "Give at least one.");
    }
    return switch (data.labelKind()) {
      case NONE -> throw wrong("samples with labels", "none", "Give the class of each sample.");
      case CLASS_NUMBERS -> {
        if (data.labelWidth() != 1) {
          String received = data.labelWidth() + " for each";
          throw wrong("one class number a sample", received, "Give the class of each sample.");
        }
        data.requireClassNumbers(classes);
        yield IntStream.range(0, data.size()).map(data::label).toArray();
      }
      case TARGETS -> IntStream.range(0, data.size()).map(i -> hot(data, i, classes)).toArray();
    };
  }

  /** The place of the 1 in a row, or the only number itself. */
  private static int hot(Dataset data, int index, int classes) {
    float[] row = new float[data.labelWidth()];
    data.copyLabel(index, row, 0);
    long ones = IntStream.range(0, row.length).filter(i -> row[i] == 1).count();
    long zeros = IntStream.range(0, row.length).filter(i -> row[i] == 0).count();
    if (row.length == 1 && classes == 2 && ones + zeros == 1) {
      return (int) ones;
    }
    if (row.length != classes || ones != 1 || zeros != row.length - 1) {
      throw wrong(
          "class numbers or rows of one 1 and " + (classes - 1) + " zeros",
          "a row of " + row.length + " other values at sample " + index,
          "Give the class of each sample.");
    }
    return data.label(index);
  }

  private static DataException wrong(String expected, String received, String fix) {
    return new DataException("Data set", expected, received, fix);
  }

  private static boolean areProbabilities(float[] row) {
    double sum = 0;
    for (float value : row) {
      if (!(value >= 0 && value <= 1 + SUM_TOLERANCE)) {
        return false;
      }
      sum += value;
    }
    return row.length == 1 || Math.abs(sum - 1) < SUM_TOLERANCE;
  }

  private void predict(int sample, float[] row, boolean isProbabilities) {
    if (row.length == 1) {
      double second = isProbabilities ? row[0] : 1 / (1 + Math.exp(-row[0]));
      predicted[sample] = second >= 0.5 ? 1 : 0;
      probabilities[sample] = Math.max(second, 1 - second);
      return;
    }
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      if (row[i] > row[best]) {
        best = i;
      }
    }
    predicted[sample] = best;
    probabilities[sample] = isProbabilities ? row[best] : softmax(row, best);
  }

  private static double softmax(float[] row, int place) {
    double sum = 0;
    for (float value : row) {
      sum += Math.exp(value - row[place]);
    }
    return 1 / sum;
  }

  /** The names of the classes, in the order of their numbers. */
  public List<String> classNames() {
    return classNames;
  }

  /** The number of samples. */
  public int size() {
    return actual.length;
  }

  /** How often which class was taken for which. */
  public ConfusionMatrix matrix() {
    return ConfusionMatrix.of(actual, predicted, classNames);
  }

  /**
   * The samples that are taken for another class, the most certain of them first.
   *
   * @param count how many; all of them if there are fewer
   */
  public List<Mistake> mistakes(int count) {
    return IntStream.range(0, size())
        .filter(i -> actual[i] != predicted[i])
        .mapToObj(this::sample)
        .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
        .limit(count)
        .toList();
  }

  /** What is said of a sample, be it right or wrong. */
  Mistake sample(int index) {
    return new Mistake(
        index,
        classNames.get(actual[index]),
        classNames.get(predicted[index]),
        probabilities[index]);
  }
}
