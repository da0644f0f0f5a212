package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SMALL_IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.Ones;

/** The layers of {@code activation_cases.py}. */
public final class ActivationCases {
  private ActivationCases() {}

  public static void addTo(LayerCases cases) {
    for (ActivationFunction function : ActivationFunction.values()) {
      cases.add("activation_" + LayerCases.name(function), VECTOR, Activation.of(function));
    }
    cases.add("activation_relu_image", IMAGE, Activation.of(ActivationFunction.RELU));
    cases.add("activation_softmax_image", IMAGE, Activation.of(ActivationFunction.SOFTMAX));
    cases.add(
        "activation_log_softmax_image", SMALL_IMAGE, Activation.of(ActivationFunction.LOG_SOFTMAX));
    rectified(cases);
    leaky(cases);
    cases.add("elu", VECTOR, ELU.of());
    cases.add("elu_alpha", VECTOR, ELU.of().alpha(0.4));
    learned(cases);
    cases.add("softmax", VECTOR, Softmax.of());
    cases.add("softmax_image", SMALL_IMAGE, Softmax.of());
    cases.add("softmax_image_axis_1", SMALL_IMAGE, Softmax.of().axis(1));
    cases.add("softmax_image_axes", SMALL_IMAGE, Softmax.of().axis(1, 2));
  }

  private static void rectified(LayerCases cases) {
    ReLU plain = ReLU.of();
    ReLU sloped = plain.negativeSlope(0.25);
    cases.add("re_lu", VECTOR, plain);
    cases.add("re_lu_max_value", VECTOR, plain.maxValue(0.5));
    cases.add("re_lu_max_value_6", VECTOR, plain.maxValue(6));
    cases.add("re_lu_negative_slope", VECTOR, sloped);
    cases.add("re_lu_threshold", VECTOR, plain.threshold(0.3));
    cases.add("re_lu_negative_slope_max_value", VECTOR, sloped.maxValue(0.5));
    cases.add("re_lu_negative_slope_threshold", VECTOR, sloped.threshold(0.3));
    cases.add("re_lu_all", VECTOR, plain.maxValue(0.75).negativeSlope(0.1).threshold(0.2));
  }

  private static void leaky(LayerCases cases) {
    cases.add("leaky_re_lu", VECTOR, LeakyReLU.of());
    cases.add("leaky_re_lu_negative_slope", VECTOR, LeakyReLU.of().negativeSlope(0.05));
  }

  private static void learned(LayerCases cases) {
    PReLU plain = PReLU.of();
    cases.add("p_re_lu", VECTOR, plain);
    cases.add("p_re_lu_image", SMALL_IMAGE, plain);
    cases.add("p_re_lu_image_shared", SMALL_IMAGE, plain.sharedAxes(1, 2));
    cases.add(
        "p_re_lu_options", VECTOR, plain.alphaInitializer(Ones.of()).alphaRegularizer(L2.of(0.01)));
  }
}
