package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.SMALL_IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.CustomScaleLayer;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.StochasticDepth;

/** The layers of {@code application_cases.py}. */
public final class ApplicationCases {
  private ApplicationCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("layer_scale", VECTOR, LayerScale.of(0.5, 4));
    cases.add("layer_scale_image", SMALL_IMAGE, LayerScale.of(1e-6, 2));
    cases.add("stochastic_depth_rate_0", VECTOR, StochasticDepth.of(0));
    cases.add("stochastic_depth_image_rate_0", SMALL_IMAGE, StochasticDepth.of(0));
    CustomScaleLayer scaled = CustomScaleLayer.of(0.3);
    cases.add("custom_scale_layer", MergingCases.vectors(scaled, 2));
    cases.add("custom_scale_layer_broadcast", MergingCases.ones(scaled));
  }
}
