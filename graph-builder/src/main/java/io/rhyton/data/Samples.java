package io.rhyton.data;

/** The inputs of a data set, one after the other in one array. */
interface Samples {

  /** The number of values in the array. */
  int length();

  /** Copies values, rescaled, as floats. */
  void copy(int from, int count, float[] into, int at);

  /** The place of the first value that is NaN or infinite; -1 if there is none. */
  int firstNotFinite(int from, int count);

  /** The same values, delivered as {@code value · scale + offset}. */
  Samples rescale(double scale, double offset);
}
