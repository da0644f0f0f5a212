package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.Identity;

/** The layers of {@code core_cases.py}. */
public final class CoreCases {
  private CoreCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("identity", VECTOR, Identity.of());
    cases.add("identity_sequence", SEQUENCE, Identity.of());
    cases.add("identity_image", IMAGE, Identity.of());
  }
}
