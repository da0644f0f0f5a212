package io.rhyton.hdf5;

import java.util.Comparator;

/** Natural sort order, in which "2" comes before "10": numbers by value, before all other names. */
final class NaturalOrder implements Comparator<String> {
  @Override
  public int compare(String left, String right) {
    boolean isLeftNumber = isNumber(left);
    if (isLeftNumber != isNumber(right)) {
      return isLeftNumber ? -1 : 1;
    }
    if (isLeftNumber && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return left.compareTo(right);
  }

  /**
   * Returns whether this is a number; with a leading zero it is a name, as Keras never writes "01".
   */
  private static boolean isNumber(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(character -> character >= '0' && character <= '9')
        && (name.length() == 1 || name.charAt(0) != '0');
  }
}
