package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.SEQUENCE;
import static io.rhyton.golden.LayerCases.VECTOR;

import io.rhyton.model.layer.Identity;

/** The layers of {@code core_cases.py}. */
final class CoreCases {
  private CoreCases() {}

  static void addTo(LayerCases cases) {
    cases.add("identity", VECTOR, Identity.of());
    cases.add("identity_sequence", SEQUENCE, Identity.of());
    cases.add("identity_image", IMAGE, Identity.of());
  }
}
