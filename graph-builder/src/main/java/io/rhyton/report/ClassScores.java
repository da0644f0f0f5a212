package io.rhyton.report;

/**
 * How well one class is recognised, or all of them on average. A quotient with nothing to divide by
 * is 0, as in scikit-learn.
 *
 * @param name the class
 * @param precision the part of what is taken for this class that is of it
 * @param recall the part of what is of this class that is taken for it
 * @param f1 the harmonic mean of both
 * @param support the samples of this class
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
