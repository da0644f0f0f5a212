package io.rhyton.hdf5;

import java.util.Comparator;

/** The order in which "2" comes before "10": numbers by value, before all other names. */
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

  /** A leading zero makes it a name: "01" is not how Keras counts. */
  private static boolean isNumber(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(character -> character >= '0' && character <= '9')
        && (name.length() == 1 || name.charAt(0) != '0');
  }
}
