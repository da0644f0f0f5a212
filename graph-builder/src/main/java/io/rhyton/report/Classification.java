package io.rhyton.report;

import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.data.LabelColumn;
import io.rhyton.data.LabelKind;
import io.rhyton.data.Source;
import io.rhyton.error.MessageText;
import io.rhyton.inference.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/**
 * The predictions of a classifier for labeled samples, each of which has a single class. Immutable.
 *
 * <p>A model with one output unit is a binary classifier; it predicts the second class for outputs
 * of at least 0.5. Logits, such as those of a model trained with {@code fromLogits}, are converted
 * to probabilities by softmax, or by sigmoid for one unit.
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
   * Classifies all samples of a data set, or of the first pass of a batch source.
   *
   * @param model a model with one output, a row with one value per class
   * @param source samples or batches with integer or one-hot labels
   * @param classNames the class names, by class index
   * @throws IllegalArgumentException if the model has no such output, or another number of classes
   * @throws DataException if there are no samples, or their labels are not classes of the model
   */
  public static Classification of(Predictor model, Source source, List<String> classNames) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(classNames, "classNames");
    int classes = classes(model, classNames);
    if (source instanceof Dataset data) {
      int[] actual = classIndices(data, classes);
      return new Classification(classNames, actual, rows(model.predict(data)));
    }
    return of(model, (BatchSource) source, classes, classNames);
  }

  private static Classification of(
      Predictor model, BatchSource source, int classes, List<String> classNames) {
    IntStream.Builder actual = IntStream.builder();
    List<float[]> rows = new ArrayList<>();
    try (Stream<Dataset> batches = source.pass(1)) {
      Iterator<Dataset> all = batches.iterator();
      for (int number = 1; all.hasNext(); number++) {
        Dataset batch = all.next();
        try {
          Arrays.stream(classIndices(batch, classes)).forEach(actual);
          rows.addAll(Arrays.asList(rows(model.predict(batch))));
        } catch (DataException e) {
          String where = e.where() + ", batch " + number + " of pass 1";
          throw new DataException(where, e.expected(), e.received(), e.fix(), e);
        }
      }
    }
    if (rows.isEmpty()) {
      throw wrong("at least one sample", "none", "Provide samples.");
    }
    return new Classification(classNames, actual.build().toArray(), rows.toArray(float[][]::new));
  }

  private static int classes(Predictor model, List<String> classNames) {
    Shape output = model.outputShape();
    if (output.numDimensions() != 2) {
      throw new IllegalArgumentException(
          "model must have an output of shape [batch, classes], got " + output);
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
          "expected %d classNames, one per class, got %d: %s"
              .formatted(classes, classNames.size(), MessageText.list(classNames)));
    }
  }

  private static int[] classIndices(Dataset data, int classes) {
    if (data.size() == 0) {
      throw wrong("at least one sample", "none", "Provide samples.");
    }
    if (data.labels().isEmpty()) {
      throw wrong("samples with labels", "none", "Provide the class of each sample.");
    }
    LabelColumn label = data.label();
    IntStream samples = IntStream.range(0, data.size());
    if (label.kind() == LabelKind.TARGETS) {
      return samples.map(i -> hot(label, i, classes)).toArray();
    }
    long width = label.shape().size();
    if (width != 1) {
      throw wrong(
          "one integer label per sample",
          width + " per sample",
          "Provide the class of each sample.");
    }
    label.requireClassIndices(classes);
    return samples.map(label::classIndex).toArray();
  }

  /** The index of the 1 in a one-hot row, or a single binary label itself. */
  private static int hot(LabelColumn label, int sample, int classes) {
    float[] row = label.values(sample);
    long ones = IntStream.range(0, row.length).filter(i -> row[i] == 1).count();
    long zeros = IntStream.range(0, row.length).filter(i -> row[i] == 0).count();
    if (row.length == 1 && classes == 2 && ones + zeros == 1) {
      return (int) ones;
    }
    if (row.length != classes || ones != 1 || zeros != row.length - 1) {
      throw wrong(
          "integer labels or one-hot rows of " + classes + " values",
          "another row of " + row.length + " values at sample " + sample,
          "Provide the class of each sample.");
    }
    return label.classIndex(sample);
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

  private static double softmax(float[] row, int index) {
    double sum = 0;
    for (float value : row) {
      sum += Math.exp(value - row[index]);
    }
    return 1 / sum;
  }

  /** The class names, by class index. */
  public List<String> classNames() {
    return classNames;
  }

  /** The number of samples. */
  public int size() {
    return actual.length;
  }

  /** The confusion matrix. */
  public ConfusionMatrix matrix() {
    return ConfusionMatrix.of(actual, predicted, classNames);
  }

  /**
   * The misclassified samples with the highest predicted probabilities, highest first.
   *
   * @param count the maximum number
   */
  public List<Misclassification> misclassifications(int count) {
    return IntStream.range(0, size())
        .filter(i -> actual[i] != predicted[i])
        .mapToObj(this::sample)
        .sorted(Comparator.comparingDouble(Misclassification::probability).reversed())
        .limit(count)
        .toList();
  }

  /** The prediction for a sample, whether correct or not. */
  Misclassification sample(int index) {
    return new Misclassification(
        index,
        classNames.get(actual[index]),
        classNames.get(predicted[index]),
        probabilities[index]);
  }

  /** The text of the confusion matrix, with the scores of each class. */
  @Override
  public String toString() {
    return matrix().toString();
  }
}
