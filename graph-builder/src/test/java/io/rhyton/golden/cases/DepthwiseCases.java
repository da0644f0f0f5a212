package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.SeparableConv2D;

/** The layers of {@code depthwise_cases.py}. */
public final class DepthwiseCases {
  private DepthwiseCases() {}

  public static void addTo(LayerCases cases) {
    depthwise(cases);
    dilated(cases);
    separable(cases);
  }

  private static void depthwise(LayerCases cases) {
    String name = "depthwise_";
    DepthwiseConv2D three = DepthwiseConv2D.of(3);
    DepthwiseConv2D twoByThree = DepthwiseConv2D.of(2, 3);
    cases.add(name + "valid", IMAGE, three);
    cases.add(name + "same", IMAGE, twoByThree.padding(SAME));
    cases.add(name + "strides_2_valid", ODD_IMAGE, twoByThree.strides(2));
    cases.add(name + "strides_2_same", IMAGE, three.strides(2).padding(SAME));
    cases.add(name + "multiplier_3", IMAGE, three.depthMultiplier(3));
    cases.add(
        name + "multiplier_2_same",
        IMAGE,
        DepthwiseConv2D.of(2).depthMultiplier(2).padding(SAME).strides(2));
    cases.add(name + "no_bias", IMAGE, three.useBias(false));
    cases.add(name + "relu", IMAGE, three.activation(ActivationFunction.RELU).padding(SAME));
  }

  private static void dilated(LayerCases cases) {
    String name = "depthwise_dilation_";
    DepthwiseConv2D three = DepthwiseConv2D.of(3);
    DepthwiseConv2D threeByTwo = DepthwiseConv2D.of(3, 2);
    cases.add(name + "2_valid", ODD_IMAGE, threeByTwo.dilationRate(2));
    cases.add(name + "2_same", IMAGE, three.dilationRate(2).padding(SAME).depthMultiplier(2));
    cases.add(name + "1x3_same", IMAGE, threeByTwo.dilationRate(1, 3).padding(SAME));
    cases.add(
        name + "2_strides_2_valid", ODD_IMAGE, DepthwiseConv2D.of(2, 3).dilationRate(2).strides(2));
    cases.add(name + "2_strides_2_same", IMAGE, three.dilationRate(2).strides(2).padding(SAME));
    cases.add(
        name + "2x1_strides_1x2_same", IMAGE, three.dilationRate(2, 1).strides(1, 2).padding(SAME));
    cases.add(
        "depthwise_kernel_1_dilation_2_strides_2x1",
        IMAGE,
        DepthwiseConv2D.of(1, 3).dilationRate(2, 1).strides(2, 1).padding(SAME));
  }

  private static void separable(LayerCases cases) {
    String name = "separable_";
    SeparableConv2D two = SeparableConv2D.of(3, 2);
    SeparableConv2D three = SeparableConv2D.of(3, 3);
    cases.add(name + "valid", IMAGE, three);
    cases.add(
        name + "strides_2_same", ODD_IMAGE, SeparableConv2D.of(3, 2, 3).strides(2).padding(SAME));
    cases.add(name + "multiplier_2", IMAGE, two.depthMultiplier(2));
    cases.add(name + "dilation_2_same", IMAGE, three.dilationRate(2).padding(SAME));
    cases.add(name + "dilation_2_strides_2", IMAGE, two.dilationRate(2).strides(2).padding(SAME));
    cases.add(name + "no_bias", IMAGE, three.useBias(false).activation(ActivationFunction.TANH));
  }
}
