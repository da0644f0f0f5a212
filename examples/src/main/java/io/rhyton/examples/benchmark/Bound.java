package io.rhyton.examples.benchmark;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * A bound on a ratio.
 *
 * @param ratio the bound
 * @param least whether it is a lower bound; else it is an upper one
 */
@Immutable
record Bound(double ratio, boolean least) {

  static Bound atLeast(double ratio) {
    return new Bound(ratio, true);
  }

  static Bound atMost(double ratio) {
    return new Bound(ratio, false);
  }

  /** Accepts every ratio; such a measure is for information only. */
  static Bound any() {
    return atLeast(0);
  }

  boolean allows(double measured) {
    return least ? measured >= ratio : measured <= ratio;
  }

  @Override
  public String toString() {
    if (equals(any())) {
      return "none";
    }
    return String.format(Locale.ROOT, "%s %.2f", least ? ">=" : "<=", ratio);
  }
}
