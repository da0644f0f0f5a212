package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.VECTOR;

import io.rhyton.model.layer.BatchNormalization;

/** The layers of {@code normalization_cases.py}. */
final class NormalizationCases {
  private NormalizationCases() {}

  static void addTo(LayerCases cases) {
    BatchNormalization batch = BatchNormalization.of();
    BatchNormalization plain = batch.center(false).scale(false);
    String name = "batch_normalization";
    cases.add(name, IMAGE, batch);
    cases.add(name + "_no_center", IMAGE, batch.center(false));
    cases.add(name + "_no_scale", IMAGE, batch.scale(false));
    cases.add(name + "_plain", IMAGE, plain);
    cases.add(name + "_options", IMAGE, batch.momentum(0.7).epsilon(0.1));
    cases.add(name + "_vector", VECTOR, batch);
    cases.add(name + "_vector_plain", VECTOR, plain);
    cases.add(name + "_vector_options", VECTOR, batch.momentum(0.5).epsilon(1e-5));
  }
}
