package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.VECTOR;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;

/** The layers of {@code activation_cases.py}. */
final class ActivationCases {
  private ActivationCases() {}

  static void addTo(LayerCases cases) {
    for (ActivationFunction function : ActivationFunction.values()) {
      cases.add("activation_" + LayerCases.name(function), VECTOR, Activation.of(function));
    }
    cases.add("activation_relu_image", IMAGE, Activation.of(ActivationFunction.RELU));
    cases.add("activation_softmax_image", IMAGE, Activation.of(ActivationFunction.SOFTMAX));
  }
}
