package io.rhyton.golden;

import static io.rhyton.golden.LayerCases.IMAGE;
import static io.rhyton.golden.LayerCases.ODD_IMAGE;
import static io.rhyton.model.layer.Padding.SAME;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Conv2D;

/** The layers of {@code convolution_cases.py}. */
final class ConvolutionCases {
  private ConvolutionCases() {}

  static void addTo(LayerCases cases) {
    Conv2D three = Conv2D.of(3, 3);
    Conv2D twoByThree = Conv2D.of(3, 2, 3);
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
}
