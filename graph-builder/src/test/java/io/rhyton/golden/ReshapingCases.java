package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.VECTOR;

import io.rhyton.model.layer.Flatten;

/** The layers of {@code reshaping_cases.py}. */
final class ReshapingCases {
  private ReshapingCases() {}

  static void addTo(LayerCases cases) {
    cases.add("flatten", IMAGE, Flatten.of());
    cases.add("flatten_vector", VECTOR, Flatten.of());
  }
}
