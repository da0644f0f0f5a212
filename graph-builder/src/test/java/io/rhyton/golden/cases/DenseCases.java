package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;

/** The layers of {@code dense_cases.py}. */
public final class DenseCases {
  private DenseCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("dense_no_bias", VECTOR, Dense.of(3).useBias(false));
    cases.add("dense_sequence", SEQUENCE, Dense.of(3));
    cases.add("dense_image", IMAGE, Dense.of(3).useBias(false));
    for (ActivationFunction function : ActivationFunction.values()) {
      cases.add("dense_" + LayerCases.name(function), VECTOR, Dense.of(3).activation(function));
    }
  }
}
