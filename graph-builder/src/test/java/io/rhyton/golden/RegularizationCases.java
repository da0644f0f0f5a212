package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.VECTOR;

import io.rhyton.model.layer.Dropout;

/** The layers of {@code regularization_cases.py}. */
final class RegularizationCases {
  private RegularizationCases() {}

  static void addTo(LayerCases cases) {
    cases.add("dropout", VECTOR, Dropout.of(0.4).seed(1337));
    cases.add("dropout_image", IMAGE, Dropout.of(0.25).seed(7));
    cases.add("dropout_rate_0", VECTOR, Dropout.of(0).seed(7));
  }
}
