package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.golden.cases.LayerCases.WIDE_IMAGE;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;

/** The layers of {@code convolution_cases.py}. */
public final class ConvolutionCases {
  private ConvolutionCases() {}

  public static void addTo(LayerCases cases) {
    Conv2D three = Conv2D.of(3, 3);
    Conv2D twoByThree = Conv2D.of(3, 2, 3);
    dilated(cases);
    grouped(cases);
    cases.add("conv2d_valid", IMAGE, three);
    cases.add("conv2d_same", IMAGE, three.padding(SAME));
    cases.add("conv2d_kernel_1", IMAGE, Conv2D.of(3, 1));
    cases.add("conv2d_kernel_1_strides_2", IMAGE, Conv2D.of(3, 1).strides(2));
    cases.add("conv2d_kernel_2x3_valid", IMAGE, twoByThree);
    cases.add("conv2d_kernel_2x3_same", IMAGE, twoByThree.padding(SAME));
    cases.add("conv2d_strides_2_valid", ODD_IMAGE, three.strides(2));
    cases.add("conv2d_strides_2_same", IMAGE, three.strides(2).padding(SAME));
    cases.add("conv2d_strides_2_same_odd", ODD_IMAGE, three.strides(2).padding(SAME));
    cases.add("conv2d_strides_2x1_valid", IMAGE, three.strides(2, 1));
    cases.add("conv2d_strides_2x1_same", IMAGE, three.strides(2, 1).padding(SAME));
    cases.add("conv2d_kernel_2x3_strides_2_same", IMAGE, twoByThree.strides(2).padding(SAME));
    cases.add("conv2d_no_bias", IMAGE, three.useBias(false));
    cases.add("conv2d_relu", IMAGE, three.padding(SAME).activation(ActivationFunction.RELU));
    cases.add("conv2d_softmax", IMAGE, three.activation(ActivationFunction.SOFTMAX));
  }

  private static void dilated(LayerCases cases) {
    String name = "conv2d_dilation_";
    Conv2D twoByThree = Conv2D.of(3, 2, 3);
    cases.add(name + "2_valid", IMAGE, twoByThree.dilationRate(2));
    cases.add(name + "2_same", IMAGE, Conv2D.of(3, 3).dilationRate(2).padding(SAME));
    cases.add(name + "3x1_same", IMAGE, twoByThree.dilationRate(3, 1).padding(SAME));
    cases.add(name + "1x2_valid", ODD_IMAGE, Conv2D.of(3, 3, 2).dilationRate(1, 2));
    cases.add(name + "5_same", IMAGE, twoByThree.dilationRate(5).padding(SAME));
    cases.add("conv2d_kernel_1_dilation_2", IMAGE, Conv2D.of(3, 1).dilationRate(2).padding(SAME));
  }

  private static void grouped(LayerCases cases) {
    String name = "conv2d_groups_";
    Conv2D two = Conv2D.of(4, 3, 2).groups(2);
    Conv2D four = Conv2D.of(4, 3, 2).groups(4).padding(SAME);
    cases.add(name + "2_valid", WIDE_IMAGE, two);
    cases.add(name + "2_same", WIDE_IMAGE, two.padding(SAME).strides(2));
    cases.add(name + "2_dilation_2", WIDE_IMAGE, two.padding(SAME).dilationRate(2));
    cases.add(name + "4_same", WIDE_IMAGE, four.activation(ActivationFunction.TANH));
    cases.add(name + "4_strides_2x1", WIDE_IMAGE, four.strides(2, 1));
    cases.add(name + "of_two_filters", IMAGE, Conv2D.of(6, 2).groups(2).useBias(false));
  }
}
