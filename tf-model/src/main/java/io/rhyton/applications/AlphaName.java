package io.rhyton.applications;

import io.rhyton.model.shape.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The default names of MobileNets, with their width and the height of their images. */
final class AlphaName {
  private AlphaName() {}

  static String of(String prefix, double alpha, int height) {
    // As Python rounds and writes them.
    BigDecimal width = new BigDecimal(alpha).setScale(2, RoundingMode.HALF_EVEN);
    return prefix + "_" + width + "_" + (Sizes.isKnown(height) ? height : "None");
  }
}
