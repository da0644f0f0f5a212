package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.Rescaling;

/** The layers of {@code preprocessing_cases.py}. */
public final class PreprocessingCases {
  private PreprocessingCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("rescaling", IMAGE, Rescaling.of(1.0 / 255));
    cases.add("rescaling_offset", VECTOR, Rescaling.of(1 / 127.5).offset(-1));
    cases.add(
        "rescaling_channels", VECTOR, Rescaling.of(0.5, 2, -1.5, 1).offset(-0.25, 0, 0.75, 1));
  }
}
