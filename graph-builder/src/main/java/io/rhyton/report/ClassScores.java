package io.rhyton.report;

import java.util.Locale;
import java.util.Objects;

/**
 * Precision, recall and F1 of one class, or their average. A quotient with denominator 0 is 0, as
 * in scikit-learn.
 *
 * @param name the class
 * @param precision TP / (TP + FP)
 * @param recall TP / (TP + FN)
 * @param f1 the harmonic mean of precision and recall
 * @param support the number of samples of the class
 */
public record ClassScores(String name, double precision, double recall, double f1, long support) {

  public ClassScores {
    Objects.requireNonNull(name, "name");
  }

  static ClassScores of(String name, long right, long predicted, long support) {
    return new ClassScores(
        name,
        ratio(right, predicted),
        ratio(right, support),
        ratio(2 * right, predicted + support),
        support);
  }

  /** One line: {@code cat: precision 0.5000, recall 1.0000, f1 0.6667, support 2}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: precision %.4f, recall %.4f, f1 %.4f, support %d",
        name,
        precision,
        recall,
        f1,
        support);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
