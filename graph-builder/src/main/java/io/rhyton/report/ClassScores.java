package io.rhyton.report;

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

  static ClassScores of(String name, long right, long predicted, long support) {
    return new ClassScores(
        name,
        ratio(right, predicted),
        ratio(right, support),
        ratio(2 * right, predicted + support),
        support);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
