package io.rhyton.examples.benchmark;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * What a ratio must be.
 *
 * @param ratio the limit
 * @param least whether it is the least ratio allowed, or the most
 */
@Immutable
record Bound(double ratio, boolean least) {

  static Bound atLeast(double ratio) {
    return new Bound(ratio, true);
  }

  static Bound atMost(double ratio) {
    return new Bound(ratio, false);
  }

  /** Whatever it is: such a row is there to be read. */
  static Bound any() {
    return atLeast(0);
  }

  boolean allows(double measured) {
    return least ? measured >= ratio : measured <= ratio;
  }

  @Override
  public String toString() {
    if (equals(any())) {
      return "any";
    }
    return String.format(Locale.ROOT, "%s %.2f", least ? ">=" : "<=", ratio);
  }
}
